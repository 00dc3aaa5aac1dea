package dev.hearken.core.streaming;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds where values of a graph lie on the stream, by running it on audio of several lengths and looking how long they become.
 *
 * <p>Of {@code S} samples a value with window W and hop H has {@code floor((S - W) / H) + 1} steps; so H follows from two lengths that are one
 * hop of the model apart, and W from the length at which one step more appears. A graph need not be understood for that.
 */
final class TimeProbe implements AutoCloseable {
    private final OrtSession session;
    private final List<String> values;
    private final int windowSamples;
    private final int hopSamples;
    private final Map<Integer, Map<String, long[]>> shapes = new HashMap<>();

    private TimeProbe(OrtSession session, List<String> values, int windowSamples, int hopSamples) {
        this.session = session;
        this.values = values;
        this.windowSamples = windowSamples;
        this.hopSamples = hopSamples;
    }

    /**
     * A probe for these values.
     *
     * @param values of the graph, in the order they are computed; the first is its input
     * @param windowSamples for which the graph gives one answer
     * @param hopSamples after which it gives one more
     */
    static TimeProbe of(ModelProto model, List<String> values, int windowSamples, int hopSamples) throws OrtException {
        ModelProto.Builder open = model.toBuilder();
        open.getGraphBuilder().clearOutput();
        for (String value : values.subList(1, values.size())) {
            open.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(value));
        }
        return new TimeProbe(Sessions.open(open.build().toByteArray()), values, windowSamples, hopSamples);
    }

    /** Those values that have one axis along time, in order. */
    List<Cut> cuts() throws OrtException {
        List<Cut> cuts = new ArrayList<>();
        for (String value : values) {
            Optional<Cut> before = cuts.isEmpty() ? Optional.empty() : Optional.of(cuts.get(cuts.size() - 1));
            cut(value, before).ifPresent(cuts::add);
        }
        return cuts;
    }

    private Optional<Cut> cut(String value, Optional<Cut> before) throws OrtException {
        long[] shape = shapesAt(windowSamples).get(value);
        long[] later = shapesAt(windowSamples + hopSamples).get(value);
        if (shape == null || later == null || shape.length != later.length) {
            return Optional.empty();
        }
        int axis = Arrays.mismatch(shape, later);
        if (axis < 1 || Arrays.mismatch(shape, axis + 1, shape.length, later, axis + 1, later.length) >= 0) {
            return Optional.empty();
        }
        long more = later[axis] - shape[axis];
        if (more < 1 || hopSamples % more != 0) {
            return Optional.empty();
        }
        int hop = (int) (hopSamples / more);
        int longer = firstLengthOf(value, axis, shape[axis] + 1, before);
        if (steps(value, axis, longer) != shape[axis] + 1) {
            // It grows by several steps at once: samples cut to whole rows, say.
            return Optional.empty();
        }
        int window = (int) (longer - shape[axis] * hop);
        return Optional.of(new Cut(value, Arrays.stream(shape).boxed().toList(), axis, window, hop));
    }

    /** The fewest samples that give a value so many steps; it can only get one where the cut before gets one. */
    private int firstLengthOf(String value, int axis, long steps, Optional<Cut> before) throws OrtException {
        int stride = before.map(Cut::hopSamples).orElse(1);
        int phase = before.map(Cut::windowSamples).orElse(1) % stride;
        // Of the lengths that are as the phase wants, the last that is too short and the first that is long enough.
        int low = windowSamples - Math.floorMod(windowSamples - phase, stride);
        int high = low + hopSamples;
        while (high - low > stride) {
            int middle = low + (high - low) / stride / 2 * stride;
            if (steps(value, axis, middle) >= steps) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private long steps(String value, int axis, int samples) throws OrtException {
        return Objects.requireNonNull(shapesAt(samples).get(value), value)[axis];
    }

    private Map<String, long[]> shapesAt(int samples) throws OrtException {
        Map<String, long[]> known = shapes.get(samples);
        if (known != null) {
            return known;
        }
        Map<String, long[]> found = new LinkedHashMap<>();
        long[] audioShape = {1, samples};
        found.put(values.get(0), audioShape);
        try (OnnxTensor audio = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.allocate(samples), audioShape);
                OrtSession.Result result = session.run(Map.of(values.get(0), audio))) {
            for (Map.Entry<String, OnnxValue> value : result) {
                if (value.getValue() instanceof OnnxTensor tensor && tensor.getInfo().type == OnnxJavaType.FLOAT) {
                    found.put(value.getKey(), tensor.getInfo().getShape());
                }
            }
        }
        shapes.put(samples, found);
        return found;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
