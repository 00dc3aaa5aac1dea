package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParameterCountTest {
    @Test
    void theReferenceDigitNetworkIsTheReferenceDigitNetwork() {
        // 16x1x9 + 32x16x9 + 64x32x9, two per channel for each norm, 3840x128+128, 128x10+10.
        int expected = 144 + 4_608 + 18_432 + 2 * (16 + 32 + 64) + 491_648 + 1_290;

        assertThat(count(new DigitCnn(10, 0), 100)).isEqualTo(expected);
    }

    @Test
    void theRecurrentNetworkStaysWithinTheBudgetForSmallDevices() {
        assertThat(count(new Crnn(10, 0), 61)).isLessThanOrEqualTo(110_000);
    }

    @Test
    void bcResNetOneHasAboutNineThousandParametersAsThePaperSays() {
        assertThat(count(new BcResNet(12, 1, 0), 101)).isBetween(9_000, 9_800);
    }

    @Test
    void theReferenceTalentNetworkIsTheReferenceTalentNetwork() {
        // A weight and a bias each, two per channel for each norm.
        int expected = 2 * 29
                + (29 * 256 + 256 + 512)
                + (256 * 128 + 128 + 256)
                + (128 * 64 + 64 + 128)
                + (64 * 32 + 32 + 64)
                + (32 * 2 + 2);

        assertThat(Weights.initial(ParameterDeclarations.of(new DenseHead(2, 0.3f), 1, 29), new SplittableRandom(1))
                        .trainedCount())
                .isEqualTo(expected);
    }

    @Test
    void everyNetworkGivesOneLogitALabel() {
        for (Network network :
                List.of(new DigitCnn(7, 0), new Crnn(7, 0), new BcResNet(7, 2, 0), new DenseHead(7, 0))) {
            assertThat(ParameterDeclarations.outputShape(network, 100, 40)).containsExactly(1L, 7L);
        }
    }

    private static int count(Network network, int frames) {
        return Weights.initial(ParameterDeclarations.of(network, frames, 40), new SplittableRandom(1))
                .trainedCount();
    }
}
