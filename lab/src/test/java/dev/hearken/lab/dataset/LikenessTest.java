package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final int RATE = 8_000;

    private final Likeness likeness = new Likeness();

    @Test
    void aCopyIsOneWhateverItsGainPolarityAndShift() {
        Waveform sound = sound(1, 4_000);

        assertThat(likeness.ofCopies(sound, sound)).isCloseTo(1, within(1e-9));
        assertThat(likeness.ofCopies(sound, louder(sound, -0.25f))).isCloseTo(1, within(1e-6));
        assertThat(likeness.ofCopies(sound, sound.window(-160, 4_000))).isCloseTo(1, within(1e-6));
        assertThat(likeness.ofCopies(sound.window(160, 4_000), sound)).isCloseTo(1, within(1e-3));
        assertThat(likeness.ofCopies(sound.window(-3_000, 9_000), sound)).isCloseTo(1, within(1e-6));
    }

    @Test
    void twoSoundsOfOneKindAreNoCopies() {
        assertThat(likeness.ofCopies(sound(1, 4_000), sound(2, 4_000))).isZero();
    }

    @Test
    void aShiftBeyondHalfASecondIsNoLongerTheSameClip() {
        Waveform sound = sound(1, 4_000);

        assertThat(likeness.ofCopies(sound.window(-4_100, 4_000), sound)).isZero();
    }

    @Test
    void silenceIsLikeNothing() {
        Waveform silence = Waveform.of(new float[4_000], RATE);

        assertThat(likeness.ofCopies(silence, silence)).isZero();
        assertThat(likeness.ofCopies(silence, sound(1, 4_000))).isZero();
    }

    /** Noise that swells and fades. */
    private static Waveform sound(long seed, int length) {
        Random random = new Random(seed);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.1 * random.nextGaussian() * Math.sin(Math.PI * i / length));
        }
        return Waveform.of(samples, RATE);
    }

    private static Waveform louder(Waveform waveform, float gain) {
        float[] samples = waveform.toArray();
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return Waveform.of(samples, waveform.sampleRateHz());
    }
}
