package dev.hearken.core.streaming;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A detector's graph rewritten so that a block of samples costs its own frames and no others.
 *
 * <p>Where a value's steps are made from several of the value before, without padding, the last of those are needed again for the next
 * block. They become an input, a state, that stands before what the block gives, and an output:
 *
 * <pre>audio [streams, k x hop], state… -> frame_probabilities [streams, k, labels], state'…</pre>
 *
 * <p>This is done wherever one value alone stands between what was computed and what is to be ({@link Bottlenecks}), by what is known of
 * how these values lie on the stream ({@link TimeProbe}), whatever the operators between them are. It is right for graphs whose answer
 * depends on its window alone; whoever uses it should see that it gives the same as the file.
 *
 * <p>After Rybakov, O. et al.: Streaming keyword spotting on mobile devices, Interspeech 2020, who rewrite layer by layer in Keras.
 */
final class StreamingGraph {
    static final String AUDIO = "audio";
    static final String FRAME_PROBABILITIES = "frame_probabilities";

    /** What is put behind the name of a value to name its last steps, before and after a block, and itself with those before it. */
    private static final String BEFORE = "/state";

    private static final String AFTER = "/next_state";
    private static final String TOGETHER = "/with_state";

    private final ModelProto model;
    private final List<State> states;

    private StreamingGraph(ModelProto model, List<State> states) {
        this.model = model;
        this.states = List.copyOf(states);
    }

    /**
     * What is handed on from block to block.
     *
     * @param cut of which value
     * @param steps how many of its last steps
     */
    record State(Cut cut, int steps) {
        String input() {
            return cut.value() + BEFORE;
        }

        String output() {
            return cut.value() + AFTER;
        }

        long[] shape(int streams) {
            return cut.shape(streams, steps);
        }

        /** How many numbers it has for one stream. */
        int size() {
            long size = 1;
            for (long length : shape(1)) {
                size *= length;
            }
            return Math.toIntExact(size);
        }
    }

    /** The rewritten graph of a model; empty if it has no {@code frame_probabilities} or they do not lie on the stream as they should. */
    static Optional<StreamingGraph> of(ModelFile model) throws OrtException {
        ModelProto whole = parse(model);
        if (whole.getGraph().getOutputList().stream()
                .noneMatch(output -> output.getName().equals(FRAME_PROBABILITIES))) {
            return Optional.empty();
        }
        Bottlenecks bottlenecks = Bottlenecks.between(whole.getGraph(), AUDIO, FRAME_PROBABILITIES);
        ModelProto.Builder needed = whole.toBuilder();
        needed.getGraphBuilder().clearNode().addAllNode(bottlenecks.nodes());
        ModelMetadata metadata = model.metadata();
        try (TimeProbe probe =
                TimeProbe.of(needed.build(), bottlenecks.values(), metadata.windowSamples(), metadata.hopSamples())) {
            List<Cut> cuts = probe.cuts();
            Cut last = cuts.get(cuts.size() - 1);
            boolean fits = last.value().equals(FRAME_PROBABILITIES)
                    && last.windowSamples() == metadata.windowSamples()
                    && last.hopSamples() == metadata.hopSamples();
            return fits
                    ? states(cuts).map(states -> new StreamingGraph(rewritten(needed.build(), states), states))
                    : Optional.empty();
        }
    }

    /** The states between cuts; empty if two cuts do not follow on each other in whole steps. */
    private static Optional<List<State>> states(List<Cut> cuts) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            double steps = cuts.get(i).stepsKeptFor(cuts.get(i + 1));
            if (steps < 0 || steps != Math.rint(steps)) {
                return Optional.empty();
            }
            if (steps > 0) {
                states.add(new State(cuts.get(i), (int) steps));
            }
        }
        return Optional.of(states);
    }

    private static ModelProto rewritten(ModelProto model, List<State> states) {
        Map<String, State> byValue = new LinkedHashMap<>();
        states.forEach(state -> byValue.put(state.cut().value(), state));
        GraphProto.Builder graph =
                model.getGraph().toBuilder().clearNode().clearInput().clearOutput();
        addJoin(graph, byValue.get(AUDIO));
        for (NodeProto node : model.getGraph().getNodeList()) {
            NodeProto.Builder renamed = node.toBuilder();
            for (int i = 0; i < node.getInputCount(); i++) {
                if (byValue.containsKey(node.getInput(i))) {
                    renamed.setInput(i, node.getInput(i) + TOGETHER);
                }
            }
            graph.addNode(renamed);
            node.getOutputList().forEach(output -> addJoin(graph, byValue.get(output)));
        }
        declare(graph, states);
        return model.toBuilder().clearMetadataProps().setGraph(graph).build();
    }

    /** {@code together = [before, value]}, {@code after = } the last steps of it. */
    private static void addJoin(GraphProto.Builder graph, @Nullable State state) {
        if (state == null) {
            return;
        }
        String value = state.cut().value();
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Concat")
                .setName(value + TOGETHER)
                .addInput(state.input())
                .addInput(value)
                .addOutput(value + TOGETHER)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(state.cut().timeAxis())));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Slice")
                .setName(state.output())
                .addInput(value + TOGETHER)
                .addInput(index(graph, state.output() + "/from", -state.steps()))
                .addInput(index(graph, state.output() + "/to", Long.MAX_VALUE))
                .addInput(index(graph, state.output() + "/axis", state.cut().timeAxis()))
                .addOutput(state.output()));
    }

    private static String index(GraphProto.Builder graph, String name, long value) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(1)
                .addInt64Data(value));
        return name;
    }

    private static void declare(GraphProto.Builder graph, List<State> states) {
        graph.addInput(floats(AUDIO)).addOutput(floats(FRAME_PROBABILITIES));
        for (State state : states) {
            graph.addInput(floats(state.input())).addOutput(floats(state.output()));
        }
    }

    private static ValueInfoProto floats(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber())))
                .build();
    }

    private static ModelProto parse(ModelFile model) {
        try {
            return ModelProto.parseFrom(model.toBytes());
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a parsed model no longer parses", broken);
        }
    }

    /** The graph, for ONNX Runtime. */
    byte[] toOnnx() {
        return model.toByteArray();
    }

    /** What to hand on. */
    List<State> states() {
        return states;
    }
}
