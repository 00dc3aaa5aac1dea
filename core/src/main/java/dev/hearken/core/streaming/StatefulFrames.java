package dev.hearken.core.streaming;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.StreamingGraph.State;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A detector run by its {@link StreamingGraph}: each frame of sound is computed once. Safe for use by many threads. */
final class StatefulFrames implements FrameModel {
    private final OrtSession session;
    private final List<State> states;
    private final float[][] silence;

    private StatefulFrames(OrtSession session, List<State> states, float[][] silence) {
        this.session = session;
        this.states = states;
        this.silence = silence;
    }

    /** The last steps of every value that has a state. */
    private static final class Steps implements Memory {
        private float[][] values;

        Steps(float[][] values) {
            this.values = values;
        }
    }

    /** The model's streaming form, if it has one that gives the scores of the file. */
    static Optional<StatefulFrames> of(ModelFile model) {
        try {
            Optional<StreamingGraph> graph = StreamingGraph.of(model);
            if (graph.isEmpty()) {
                return Optional.empty();
            }
            StatefulFrames frames = of(graph.get(), model.metadata());
            if (Trial.difference(frames, model) <= Trial.MOST) {
                return Optional.of(frames);
            }
            frames.close();
            return Optional.empty();
        } catch (OrtException refused) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "MODEL_UNUSABLE", "ONNX Runtime refuses the model", refused);
        }
    }

    private static StatefulFrames of(StreamingGraph graph, ModelMetadata metadata) throws OrtException {
        float[][] zeros =
                graph.states().stream().map(state -> new float[state.size()]).toArray(float[][]::new);
        StatefulFrames frames = new StatefulFrames(Sessions.open(graph.toOnnx()), graph.states(), zeros);
        // After a window of silence every state is that of silence, whatever it was before.
        int hops = (metadata.windowSamples() - 1) / metadata.hopSamples() + 1;
        Steps steps = new Steps(zeros);
        frames.advance(List.of(steps), List.of(new float[hops * metadata.hopSamples()]));
        return new StatefulFrames(frames.session, frames.states, steps.values);
    }

    @Override
    public Memory silence() {
        return new Steps(silence);
    }

    @Override
    public List<float[]> advance(List<? extends Memory> memories, List<float[]> blocks) {
        List<Steps> steps = memories.stream().map(Steps.class::cast).toList();
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            long[] audioShape = {blocks.size(), blocks.get(0).length};
            inputs.put(StreamingGraph.AUDIO, tensor(blocks, audioShape));
            for (int i = 0; i < states.size(); i++) {
                int at = i;
                List<float[]> values = steps.stream().map(one -> one.values[at]).toList();
                inputs.put(states.get(i).input(), tensor(values, states.get(i).shape(blocks.size())));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return read(result, steps);
            }
        } catch (OrtException broken) {
            throw new HearkenException(
                    HearkenException.Kind.INTERNAL, "INFERENCE_FAILED", "ONNX Runtime failed to run the model", broken);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private List<float[]> read(OrtSession.Result result, List<Steps> steps) {
        List<List<float[]>> moved = new ArrayList<>();
        for (State state : states) {
            moved.add(rows(result, state.output(), steps.size()));
        }
        for (int stream = 0; stream < steps.size(); stream++) {
            int at = stream;
            // A new array: that of silence belongs to all streams.
            steps.get(stream).values = moved.stream().map(rows -> rows.get(at)).toArray(float[][]::new);
        }
        return rows(result, StreamingGraph.FRAME_PROBABILITIES, steps.size());
    }

    private static List<float[]> rows(OrtSession.Result result, String name, int count) {
        FloatBuffer values = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        int each = values.remaining() / count;
        List<float[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] row = new float[each];
            values.get(row);
            rows.add(row);
        }
        return rows;
    }

    private static OnnxTensor tensor(List<float[]> rows, long[] shape) throws OrtException {
        int bytes = Math.multiplyExact(rows.size() * rows.get(0).length, Float.BYTES);
        FloatBuffer values =
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
        rows.forEach(values::put);
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.rewind(), shape);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new HearkenException(
                    HearkenException.Kind.INTERNAL, "INFERENCE_FAILED", "ONNX Runtime failed to close a model", broken);
        }
    }
}
