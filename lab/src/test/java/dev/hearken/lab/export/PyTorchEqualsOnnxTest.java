package dev.hearken.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.lab.network.BcResNet;
import dev.hearken.lab.network.CnnLstmAttention;
import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.DenseHead;
import dev.hearken.lab.network.DigitCnn;
import dev.hearken.lab.network.DsCnn;
import dev.hearken.lab.network.EmbeddingHead;
import dev.hearken.lab.network.LinearHead;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.ResidualCnn;
import dev.hearken.lab.network.TcResNet;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PyTorchEqualsOnnxTest {
    private static final int CLIPS = 3;
    private static final int FRAMES = 100;
    private static final int BANDS = 40;

    static Stream<Network> networks() {
        return Stream.of(
                new DigitCnn(10, 0.2f),
                new Crnn(10, 0.2f),
                new TcResNet(10, 40, 0.2f),
                new BcResNet(10, 1, 0.1f),
                new BcResNet(10, 2, 0),
                new EmbeddingHead(10, 64, 0.2f),
                new LinearHead(10, 0.2f),
                new DenseHead(10, 0.2f),
                new DsCnn(10, DsCnn.Size.S, 0.2f),
                new DsCnn(10, DsCnn.Size.L, 0.2f),
                new CnnLstmAttention(10, 0.2f),
                new ResidualCnn(10, 4, 0.2f));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theSameWeightsGiveTheSameLogits(Network network) throws OrtException {
        SplittableRandom random = new SplittableRandom(8);
        Weights weights = seasoned(network, FRAMES, BANDS);
        float[] features = new float[CLIPS * FRAMES * BANDS];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble(-2, 2);
        }

        float[] expected = inPyTorch(network, weights, features);
        float[] actual = inOnnxRuntime(network, weights, features);

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    /** Weights as training might leave them. Fresh statistics would hide a wrong fold: every mean 0, every variance 1. */
    static Weights seasoned(Network network, int frames, int bands) {
        SplittableRandom random = new SplittableRandom(7);
        Weights weights = Weights.initial(ParameterDeclarations.of(network, frames, bands), random);
        weights.forEach((parameter, values) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = parameter.name().endsWith("variance")
                        ? (float) random.nextDouble(0.5, 2)
                        : values[i] + (float) random.nextDouble(-0.1, 0.1);
            }
        });
        return weights;
    }

    private static float[] inPyTorch(Network network, Weights weights, float[] features) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return network.logits(
                            new TorchOps(manager, weights, false),
                            manager.create(features, new Shape(CLIPS, FRAMES, BANDS)))
                    .toFloatArray();
        }
    }

    private static float[] inOnnxRuntime(Network network, Weights weights, float[] features) throws OrtException {
        GraphBuilder graph = new GraphBuilder();
        String input = graph.input("features", "batch", Integer.toString(FRAMES), Integer.toString(BANDS));
        graph.output(network.logits(new OnnxOps(graph, weights), input), "logits", "batch", "10");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {CLIPS, FRAMES, BANDS};
        try (OrtSession session = environment.createSession(graph.toModel(new TreeMap<>()));
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(features), shape);
                OrtSession.Result result = session.run(Map.of("features", tensor))) {
            float[] flat = new float[CLIPS * 10];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(flat);
            return flat;
        }
    }
}
