package dev.hearken.core.features;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.graph.ForeignGraph;
import dev.hearken.core.graph.GraphBuilder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/**
 * What a network makes of samples, found out by running it: how many frames, how far apart, how wide.
 *
 * <p>A stack of convolutions without padding makes {@code (samples - window) / hop + 1} frames, rounded down. Two lengths tell the hop, and
 * the length at which one frame more appears tells the window.
 *
 * @param graph the network
 * @param grid where its frames lie
 * @param channels how many numbers a frame has
 */
record HiddenStates(ForeignGraph graph, FrameGrid grid, int channels) {
    private static final int SHORT_SAMPLES = 16_000;
    private static final int LONG_SAMPLES = 2 * SHORT_SAMPLES;

    /**
     * Measures a graph.
     *
     * @param file for messages
     * @throws HearkenException {@code ONNX_FRAMES} if it cannot be run, or its frames do not lie on a grid
     */
    static HiddenStates measure(Path file, ForeignGraph graph) {
        GraphBuilder alone = new GraphBuilder();
        String samples = alone.input("audio", "batch", "samples");
        alone.output(alone.inline("wav2vec2", graph, samples), "features", "batch", "frames", "channels");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            byte[] model = alone.toModel(Collections.emptySortedMap());
            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options)) {
                return measure(session, file, graph);
            }
        } catch (OrtException refused) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "ONNX_FRAMES",
                    "%s cannot be run on one and two seconds of sound at 16 kHz: %s"
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static HiddenStates measure(OrtSession session, Path file, ForeignGraph graph) throws OrtException {
        int few = frames(session, SHORT_SAMPLES);
        int many = frames(session, LONG_SAMPLES);
        int hop = many > few ? Math.round((float) (LONG_SAMPLES - SHORT_SAMPLES) / (many - few)) : 0;
        if (hop < 1 || few < 1) {
            throw noGrid(file, few, many);
        }
        int enough = SHORT_SAMPLES + hop;
        int tooFew = SHORT_SAMPLES;
        while (enough - tooFew > 1) {
            int between = (enough + tooFew) / 2;
            if (frames(session, between) > few) {
                enough = between;
            } else {
                tooFew = between;
            }
        }
        int window = enough - few * hop;
        if (window < 1 || FrameGrid.of(window, hop).frames(LONG_SAMPLES) != many) {
            throw noGrid(file, few, many);
        }
        return new HiddenStates(graph, FrameGrid.of(window, hop), (int) shape(session, SHORT_SAMPLES)[2]);
    }

    private static HearkenException noGrid(Path file, int few, int many) {
        return HearkenException.user(
                "ONNX_FRAMES",
                "%s makes %d frames of one second of sound and %d of two, which is no grid of frames without padding"
                        .formatted(file, few, many));
    }

    private static int frames(OrtSession session, int samples) throws OrtException {
        return (int) shape(session, samples)[1];
    }

    private static long[] shape(OrtSession session, int samples) throws OrtException {
        try (OnnxTensor audio = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.allocate(samples), new long[] {1, samples});
                OrtSession.Result result = session.run(Map.of("audio", audio))) {
            return ((OnnxTensor) result.get(0)).getInfo().getShape();
        }
    }
}
