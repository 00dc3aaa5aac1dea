package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.Weights;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private final Weights weights = Weights.initial(
            List.of(
                    new Parameter("matrix", List.of(1L, 1L), Parameter.Start.ONES, 1),
                    new Parameter("bias", List.of(1L), Parameter.Start.ONES, 1)),
            new SplittableRandom(1));

    @Test
    void theFirstStepMovesByTheLearningRateWhateverTheSizeOfTheGradient() {
        new AdamW(0).step(weights, Map.of("bias", new float[] {1000}), parameter -> 0.1);

        assertThat(weights.values("bias")[0]).isCloseTo(0.9f, within(1e-6f));
    }

    @Test
    void decayShrinksMatricesAndLeavesBiasesAlone() {
        new AdamW(0.5).step(weights, Map.of("matrix", new float[1], "bias", new float[1]), parameter -> 0.1);

        assertThat(weights.values("matrix")[0]).isCloseTo(1 - 0.1f * 0.5f, within(1e-6f));
        assertThat(weights.values("bias")[0]).isEqualTo(1);
    }
}
