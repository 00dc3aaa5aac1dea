package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundFiguresTest {
    @Test
    void aSineLiesAtItsOwnFrequencyAndThreeDecibelsBelowItsPeak() {
        for (int rate : new int[] {8_000, 48_000}) {
            SoundFigures sine = SoundFigures.of(sine(1_000, rate));
            assertThat(sine.centreHz()).isCloseTo(1_000, within(5.0));
            assertThat(sine.levelDbfs()).as("-3.01 - 6.02").isCloseTo(-9.03, within(0.05));
            assertThat(sine.noiseDbfs()).isCloseTo(-9.03, within(0.1));
        }
    }

    @Test
    void theNoiseIsWhatIsLeftBetweenWords() {
        Random random = new Random(3);
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.001 * random.nextGaussian() + (i < 8_000 ? 0.5 * Math.sin(0.3 * i) : 0));
        }
        SoundFigures figures = SoundFigures.of(Waveform.of(samples, 16_000));
        assertThat(figures.noiseDbfs()).isCloseTo(-60, within(1.0));
        assertThat(figures.levelDbfs()).isCloseTo(-12.04, within(0.2));
    }

    @Test
    void silenceAndNothingHaveFiguresToo() {
        assertThat(SoundFigures.of(Waveform.of(new float[100], 8_000))).isEqualTo(new SoundFigures(-120, -120, 0));
        assertThat(SoundFigures.of(Waveform.of(new float[0], 8_000))).isEqualTo(new SoundFigures(-120, -120, 0));
        assertThat(SoundFigures.of(Waveform.of(new float[] {1, -1, 1, -1}, 8_000))
                        .centreHz())
                .as("no frequency lies above half the rate")
                .isLessThanOrEqualTo(4_000);
    }

    private static Waveform sine(double hertz, int rate) {
        float[] samples = new float[rate];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return Waveform.of(samples, rate);
    }
}
