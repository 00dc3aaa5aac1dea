package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WakeWordMixTest {
    private static final int RATE = 1_000;

    private static final List<Waveform> BACKGROUND = List.of(level(0.25f, 100), level(0.5f, 150));

    @Test
    void theKeywordFollowsAGapOfWholeUtterancesOfWhichSomeAreHeard() {
        WakeWordMix.Piece piece = new WakeWordMix(BACKGROUND, Optional.empty(), RATE).piece(level(0.1f, 80), 10_000, 1);

        assertThat(piece.keywordFrom())
                .isBetween(10_000, 10_149)
                .matches(samples -> samples % 50 == 0, "whole utterances");
        assertThat(piece.keywordTo()).isEqualTo(piece.keywordFrom() + 80);
        assertThat(piece.sound().length()).isEqualTo(piece.keywordTo() + 500);
        // Whatever their level was, what is heard peaks at 1: about one sample of the gap in five.
        float[] gap = piece.sound().window(0, piece.keywordFrom()).toArray();
        assertThat(gap).containsOnly(0, 1);
        assertThat((double) ones(gap) / gap.length).isCloseTo(0.2, within(0.15));
        assertThat(piece.sound().sample(piece.keywordFrom())).isEqualTo(1);
        assertThat(piece.sound().sample(piece.keywordTo())).isZero();
    }

    @Test
    void theKeywordStandsAboveTheNoiseAsFarAsWanted() {
        NoiseBed bed = new NoiseBed(List.of(level(0.3f, 5_000)), RATE, 20);

        WakeWordMix.Piece piece = new WakeWordMix(BACKGROUND, Optional.of(bed), RATE).piece(level(0.1f, 80), 1_000, 1);

        // Noise and ten times as much together peak at 1: 1/11 under 10/11.
        assertThat(piece.sound().sample(piece.keywordTo())).isCloseTo(1 / 11f, within(1e-5f));
        assertThat(piece.sound().sample(piece.keywordFrom())).isCloseTo(1, within(1e-5f));
    }

    @Test
    void theSameSeedMixesTheSame() {
        WakeWordMix mix = new WakeWordMix(BACKGROUND, Optional.empty(), RATE);

        assertThat(mix.piece(level(0.1f, 80), 5_000, 3).sound())
                .isEqualTo(mix.piece(level(0.1f, 80), 5_000, 3).sound())
                .isNotEqualTo(mix.piece(level(0.1f, 80), 5_000, 4).sound());
    }

    @Test
    void backgroundOfAnotherRateOrNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WakeWordMix(List.of(), Optional.empty(), RATE));
        assertThatIllegalArgumentException().isThrownBy(() -> new WakeWordMix(BACKGROUND, Optional.empty(), 2_000));
    }

    private static long ones(float[] samples) {
        long ones = 0;
        for (float sample : samples) {
            ones += sample == 1 ? 1 : 0;
        }
        return ones;
    }

    private static Waveform level(float level, int samples) {
        float[] constant = new float[samples];
        Arrays.fill(constant, level);
        return Waveform.of(constant, RATE);
    }
}
