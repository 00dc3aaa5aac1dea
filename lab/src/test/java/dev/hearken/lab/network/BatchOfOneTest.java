package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchOfOneTest {
    @Test
    void aClipLeftOverAtTheEndOfAnEpochDoesNotSpoilTheStatistics() {
        Network network = new DenseHead(2, 0);
        Weights weights = Weights.initial(ParameterDeclarations.of(network, 1, 3), new SplittableRandom(1));
        try (NDManager manager = NDManager.newBaseManager()) {
            TorchOps ops = new TorchOps(manager, weights, true);
            NDArray logits = network.logits(ops, manager.create(new float[] {5, -3, 2}, new Shape(1, 1, 3)));

            assertThat(logits.toFloatArray()).doesNotContain(Float.NaN);
            NDArray variance = Objects.requireNonNull(ops.tensors().get("input.variance"));
            assertThat(variance.toFloatArray()).containsOnly(1);
        }
    }
}
