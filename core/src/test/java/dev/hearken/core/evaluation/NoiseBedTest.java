package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseBedTest {
    private static final int RATE = 1_000;

    /** 32 samples a frame at this rate. */
    private static final int FRAME = 32;

    @Test
    void theLoudestFramesStandAsFarApartAsWanted() {
        NoiseBed bed = new NoiseBed(List.of(level(0.3f, 5_000)), RATE, 20);
        float[] stream = new float[1_000];
        Arrays.fill(stream, 400, 400 + 4 * FRAME, 0.5f);
        Arrays.fill(stream, 400 + 4 * FRAME, 800, 0.01f);

        bed.addTo(stream, 400, 800, 1);

        // 20 dB below 0.5 is 0.05, under the clip and around it.
        assertThat(stream[0]).isCloseTo(0.05f, within(1e-6f));
        assertThat(stream[410]).isCloseTo(0.55f, within(1e-6f));
        assertThat(stream[999]).isCloseTo(0.05f, within(1e-6f));
    }

    @Test
    void noiseThatIsTooShortIsFollowedByMore() {
        NoiseBed bed = new NoiseBed(List.of(level(0.5f, 10), level(-0.5f, 10)), RATE, 0);

        float[] drawn = bed.draw(1_000, new SplittableRandom(1));

        assertThat(drawn).contains(0.5f, -0.5f).doesNotContain(0);
    }

    @Test
    void theSameSeedDrawsTheSameNoise() {
        float[] ramp = new float[5_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i / 5_000f;
        }
        NoiseBed bed = new NoiseBed(List.of(Waveform.of(ramp, RATE)), RATE, 0);

        float[] once = bed.draw(100, new SplittableRandom(7));

        assertThat(bed.draw(100, new SplittableRandom(7))).containsExactly(once);
        assertThat(bed.draw(100, new SplittableRandom(8))).isNotEqualTo(once);
    }

    @Test
    void silenceUnderASilentClipStaysSilence() {
        float[] stream = new float[200];

        new NoiseBed(List.of(level(0, 500)), RATE, 10).addTo(stream, 50, 100, 1);
        new NoiseBed(List.of(level(0.5f, 500)), RATE, 10).addTo(stream, 50, 100, 1);

        assertThat(stream).containsOnly(0);
    }

    @Test
    void withoutNoiseThereIsNoBed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoiseBed(List.of(), RATE, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoiseBed(List.of(level(1, 0)), RATE, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoiseBed(List.of(level(1, 9)), RATE, Double.NaN));
    }

    private static Waveform level(float level, int samples) {
        float[] constant = new float[samples];
        Arrays.fill(constant, level);
        return Waveform.of(constant, RATE);
    }
}
