package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void theSmallKeywordNetworkHasFewerThanFiftyThousand() {
        // Two numbers a channel for each norm: the bands, the stem, then what convolves over time.
        int norms = 2 * (40 + 16 + 16 + 40 + 40 + 40 + 48 + 48 + 48);
        int stem = 25 * 16 + 9 * 16 * 16;
        int time = 160 * 40 + 5 * (40 * 40 + 40 * 40 + 40 * 48 + 48 * 48) + 40 * 48;

        assertThat(count(new TcResNet(12, 40, 0), 98))
                .isEqualTo(norms + stem + time + 48 * 12 + 12)
                .isEqualTo(49_404);
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
    void theDepthwiseSeparableNetworksHaveThePapersSizes() {
        // Stem 10x4, then four blocks of 3x3 each and 64x64, two per channel for each norm, 64x12+12.
        int small = 40 * 64 + 4 * (9 * 64 + 64 * 64) + 9 * 2 * 64 + 64 * 12 + 12;

        assertThat(count(new DsCnn(12, DsCnn.Size.S, 0), 49)).isEqualTo(small).isEqualTo(23_180);
        assertThat(count(new DsCnn(12, DsCnn.Size.M, 0), 49)).isEqualTo(136_580);
        assertThat(count(new DsCnn(12, DsCnn.Size.L, 0), 49)).isEqualTo(413_736);
    }

    @Test
    void theReferenceKeywordNetworkIsTheReferenceKeywordNetwork() {
        int convolutions = 3 * (40 * 64 + 64 * 128 + 128 * 256) + 2 * (64 + 128 + 256);
        int recurrent = 4 * 256 * (256 + 256 + 2) + 4 * 128 * (256 + 128 + 2);
        int attention = 3 * (256 * 256 + 256);
        int dense = 128 * 512 + 512 + 512 * 256 + 256 + 256 * 128 + 128 + 128 * 12 + 12;

        assertThat(count(new CnnLstmAttention(12, 0), 49))
                .isEqualTo(convolutions + recurrent + attention + dense)
                .isEqualTo(1_284_620);
    }

    @Test
    void theHeadOnTheEmbeddingIsSmall() {
        // Norm of 192 channels, two convolutions of 3 frames with norms, mean and greatest of 64 channels.
        int expected = 2 * 192 + (192 * 64 * 3 + 128) + (64 * 64 * 3 + 128) + 128 * 10 + 10;

        assertThat(Weights.initial(
                                ParameterDeclarations.of(new EmbeddingHead(10, 64, 0), 25, 192),
                                new SplittableRandom(1))
                        .trainedCount())
                .isEqualTo(expected)
                .isEqualTo(51_082);
    }

    @Test
    void theResidualNetworkGrowsFourfoldWithItsFourthStage() {
        assertThat(count(new ResidualCnn(4, 3, 0), 240)).isEqualTo(324_324);
        assertThat(count(new ResidualCnn(4, 4, 0), 240)).isEqualTo(1_259_748);
    }

    @Test
    void aResidualNetworkWithoutStagesIsRefusedWithTheNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidualCnn(4, 0, 0))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidualCnn(4, 5, 0))
                .withMessageContaining("got 5");
    }

    @Test
    void everyNetworkGivesOneLogitALabel() {
        for (Network network : List.of(
                new DigitCnn(7, 0),
                new Crnn(7, 0),
                new BcResNet(7, 2, 0),
                new DsCnn(7, DsCnn.Size.M, 0),
                new CnnLstmAttention(7, 0),
                new ResidualCnn(7, 3, 0),
                new DenseHead(7, 0))) {
            assertThat(ParameterDeclarations.outputShape(network, 100, 40)).containsExactly(1L, 7L);
        }
    }

    private static int count(Network network, int frames) {
        return Weights.initial(ParameterDeclarations.of(network, frames, 40), new SplittableRandom(1))
                .trainedCount();
    }
}
