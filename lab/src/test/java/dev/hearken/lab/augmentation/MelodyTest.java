package dev.hearken.lab.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.Waveform;
import org.junit.jupiter.api.Test;

class MelodyTest {
    @Test
    void theSameGeneratorPlaysTheSameMelody() {
        assertThat(new Melody().slice(16_000, 16_000, Signals.seeded(3)))
                .isEqualTo(new Melody().slice(16_000, 16_000, Signals.seeded(3)))
                .isNotEqualTo(new Melody().slice(16_000, 16_000, Signals.seeded(4)));
    }

    @Test
    void itIsFiniteAndHasPitch() {
        // A semitone apart from the next note, a tone holds far more power than the place between the two.
        Waveform melody = Waveform.of(new Melody().slice(64_000, 16_000, Signals.seeded(5)), 16_000);
        double strongest = Signals.strongestHz(melody, 50, 900);
        assertThat(Signals.powerAt(melody, strongest))
                .isGreaterThan(10 * Signals.powerAt(melody, strongest * Math.pow(2, 0.5 / 12)));
        double semitones = 12 * Math.log(strongest / 55) / Math.log(2);
        assertThat(Math.abs(semitones - Math.rint(semitones))).isLessThan(0.1);
    }

    @Test
    void anAlteredNoiseIsChangedAnewForEachSlice() {
        Noise twiceAsLoud = new Noise.Altered(Noise.Colour.PINK, new Gain(Range.exactly(20)));
        float[] plain = Noise.Colour.PINK.slice(100, 16_000, Signals.seeded(1));
        float[] altered = twiceAsLoud.slice(100, 16_000, Signals.seeded(1));
        for (int i = 0; i < plain.length; i++) {
            assertThat(altered[i]).isEqualTo(10 * plain[i]);
        }
    }
}
