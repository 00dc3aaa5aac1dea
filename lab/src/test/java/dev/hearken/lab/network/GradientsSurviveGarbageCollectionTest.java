package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DJL frees some buffers that the backward pass still reads; no network may depend on one of those. */
class GradientsSurviveGarbageCollectionTest {
    private static final int FRAMES = 32;
    private static final int BANDS = 40;
    private static final int COLLECTIONS = 3;

    static Stream<Network> networks() {
        return Stream.of(
                new DigitCnn(5, 0),
                new Crnn(5, 0),
                new BcResNet(5, 1, 0),
                new CnnLstmAttention(5, 0),
                new ResidualCnn(5, 3, 0));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aCollectionBetweenForwardAndBackwardChangesNoGradient(Network network) {
        Map<String, float[]> undisturbed = gradients(network, 0);

        Map<String, float[]> disturbed = gradients(network, COLLECTIONS);

        undisturbed.forEach(
                (name, gradient) -> assertThat(disturbed.get(name)).as(name).isEqualTo(gradient));
    }

    private static Map<String, float[]> gradients(Network network, int collections) {
        SplittableRandom random = new SplittableRandom(11);
        Weights weights = Weights.initial(ParameterDeclarations.of(network, FRAMES, BANDS), random);
        float[] features = new float[2 * FRAMES * BANDS];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble(-1, 1);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            TorchOps ops = new TorchOps(manager, weights, true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray logits = network.logits(ops, manager.create(features, new Shape(2, FRAMES, BANDS)));
                NDArray loss = logits.logSoftmax(-1).square().sum();
                for (int i = 0; i < collections; i++) {
                    System.gc();
                    // Reuses what was freed too early, so that a stale read sees other values.
                    allocate();
                }
                collector.backward(loss);
            }
            Map<String, float[]> gradients = new LinkedHashMap<>();
            ops.tensors().forEach((name, tensor) -> {
                if (weights.parameter(name).trained()) {
                    gradients.put(name, tensor.getGradient().toFloatArray());
                }
            });
            return gradients;
        }
    }

    private static void allocate() {
        try (NDManager scratch = NDManager.newBaseManager()) {
            for (int i = 0; i < 200; i++) {
                assertThat(scratch.create(new float[] {i}).toFloatArray()).containsExactly(i);
            }
        }
    }
}
