package dev.hearken.core.streaming;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How far a model's streaming form is from the model, on noise that swells and ebbs: what was rewritten wrongly shows here. */
final class Trial {
    /** Of probabilities; what rounding makes is some thousand times smaller. */
    static final float MOST = 1e-4f;

    private static final int HOPS = 31;
    private static final double SWELLS_PER_HOP = 0.2;

    private Trial() {}

    /** The largest difference of a probability, or NaN where one of them is no number. */
    static float difference(FrameModel frames, ModelFile model) throws OrtException {
        int hop = model.metadata().hopSamples();
        float[] noise = noise(HOPS * hop);
        float[] file = whole(model, noise);
        FrameModel.Memory memory = frames.silence();
        float largest = 0;
        int place = 0;
        // Blocks of 1, 2, 4, 8 and 16 hops.
        for (int hops = 1; place < HOPS; hops *= 2) {
            float[] block = Arrays.copyOfRange(noise, place * hop, (place + hops) * hop);
            float[] streamed = frames.advance(List.of(memory), List.of(block)).get(0);
            int labels = streamed.length / hops;
            for (int i = 0; i < streamed.length; i++) {
                largest = Math.max(largest, Math.abs(streamed[i] - file[place * labels + i]));
            }
            place += hops;
        }
        return largest;
    }

    /** The same noise behind silence, in one piece. */
    private static float[] whole(ModelFile model, float[] noise) throws OrtException {
        ModelMetadata metadata = model.metadata();
        float[] samples = new float[metadata.windowSamples() - metadata.hopSamples() + noise.length];
        System.arraycopy(noise, 0, samples, samples.length - noise.length, noise.length);
        long[] shape = {1, samples.length};
        try (OrtSession session = Sessions.open(model.toBytes());
                OnnxTensor audio =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(samples), shape);
                OrtSession.Result result = session.run(Map.of(StreamingGraph.AUDIO, audio))) {
            FloatBuffer values =
                    ((OnnxTensor) result.get(StreamingGraph.FRAME_PROBABILITIES).orElseThrow()).getFloatBuffer();
            float[] rows = new float[values.remaining()];
            values.get(rows);
            return rows;
        }
    }

    private static float[] noise(int samples) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            double level = Math.pow(Math.sin(Math.PI * SWELLS_PER_HOP * i * HOPS / samples), 2);
            noise[i] = (float) (0.5 * level * random.nextDouble(-1, 1));
        }
        return noise;
    }
}
