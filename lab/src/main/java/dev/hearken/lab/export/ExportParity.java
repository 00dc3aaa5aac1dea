package dev.hearken.lab.export;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.lab.network.Architecture;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The gate every model passes before it leaves: the exported graph must give the logits that training saw. */
final class ExportParity {
    /** The greatest difference of two logits; single precision sums in another order differ by about a tenth of it. */
    static final double TOLERANCE = 1e-4;

    private ExportParity() {}

    /**
     * Compares the whole graph, from raw samples, with the window, front end and PyTorch network one after the other.
     *
     * @param probes clips at the front end's rate
     * @throws HearkenException {@code EXPORT_PARITY} if they differ by more than {@link #TOLERANCE}
     */
    static void check(
            ClipWindow window, FrontEnd frontEnd, Network network, Weights weights, Iterable<Waveform> probes) {
        check(new Listening(frontEnd, window::appendTo, window::fit), network, weights, probes);
    }

    /** The same for a network that hears sounds of any length. */
    static void check(FrontEnd frontEnd, Architecture network, Weights weights, Iterable<Waveform> probes) {
        check(new Listening(frontEnd, (graph, audio) -> audio, probe -> probe), network, weights, probes);
    }

    /**
     * What stands before a network.
     *
     * @param fitting what the graph does to the audio before the front end hears it
     * @param fitted the same in Java
     */
    private record Listening(
            FrontEnd frontEnd, BiFunction<GraphBuilder, String, String> fitting, UnaryOperator<Waveform> fitted) {}

    private static void check(Listening listening, Architecture network, Weights weights, Iterable<Waveform> probes) {
        FrontEnd frontEnd = listening.frontEnd();
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String features = frontEnd.appendTo(graph, listening.fitting().apply(graph, audio));
        String logits = network.outputs(new OnnxOps(graph, weights), features).get(0);
        graph.output(logits, "logits", "batch", "labels");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph.toModel(new TreeMap<>()));
                FeatureExtractor extractor = FeatureExtractor.of(frontEnd)) {
            for (Waveform probe : probes) {
                float[] exported = run(session, environment, probe);
                float[] trained = inPyTorch(
                        network, weights, extractor.extract(listening.fitted().apply(probe)));
                compare(exported, trained);
            }
        } catch (OrtException refused) {
            throw new HearkenException(
                    HearkenException.Kind.INTERNAL,
                    "EXPORT_PARITY",
                    "ONNX Runtime refuses the exported graph",
                    refused);
        }
    }

    private static void compare(float[] exported, float[] trained) {
        for (int i = 0; i < trained.length; i++) {
            double difference = Math.abs((double) exported[i] - trained[i]);
            if (!(difference < TOLERANCE)) {
                throw new HearkenException(
                        HearkenException.Kind.INTERNAL,
                        "EXPORT_PARITY",
                        "the exported graph's logits differ by %.2g from the trained network's, more than %.2g"
                                .formatted(difference, TOLERANCE));
            }
        }
    }

    private static float[] run(OrtSession session, OrtEnvironment environment, Waveform probe) throws OrtException {
        long[] shape = {1, probe.length()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(probe.toArray()), shape);
                OrtSession.Result result = session.run(Map.of("audio", input))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    private static float[] inPyTorch(Architecture network, Weights weights, Features features) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Shape shape = new Shape(1, features.frames(), features.channels());
            return network.outputs(new TorchOps(manager, weights, false), manager.create(features.toArray(), shape))
                    .get(0)
                    .toFloatArray();
        }
    }
}
