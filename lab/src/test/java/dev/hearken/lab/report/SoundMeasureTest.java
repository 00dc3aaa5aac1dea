package dev.hearken.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.Proportion;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundMeasureTest {
    @ParameterizedTest
    @ValueSource(doubles = {80, 125, 250, 380})
    void thePitchOfAToneIsItsFrequency(double hz) {
        assertThat(Pitch.hzOf(Tones.tone(hz, 1, 1))).isCloseTo(hz, within(0.05 * hz));
    }

    @Test
    void noiseAndSilenceHaveNoPitch() {
        assertThat(Pitch.hzOf(halfLoud(1, 1))).isNaN();
        assertThat(Pitch.hzOf(Waveform.of(new float[8000], 8000))).isNaN();
        assertThat(Pitch.hzOf(Tones.tone(125, 0.05, 1))).isNaN();
    }

    @Test
    void noiseAHundredthAsLoudAsTheRestIsFortyDecibelsBelow() {
        assertThat(LevelRange.dbOf(halfLoud(0.5, 0.005))).isCloseTo(40, within(1.5));
        assertThat(LevelRange.dbOf(halfLoud(0.5, 0.5))).isBetween(0.0, 3.0);
    }

    @Test
    void tooShortAClipHasNoLevelRange() {
        assertThat(LevelRange.dbOf(Tones.tone(200, 0.2, 1))).isNaN();
    }

    @Test
    void aQuarterOfTheClipsIsInEachPart() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, Double.NaN};
        boolean[] correct = {false, false, true, false, true, true, true, true, true};

        Quartiles quartiles = Quartiles.of(SoundMeasure.DURATION, values, correct);

        assertThat(quartiles.unknown()).isEqualTo(1);
        assertThat(quartiles.parts())
                .containsExactly(
                        new Quartiles.Part(1, 2, new Proportion(0, 2)),
                        new Quartiles.Part(3, 4, new Proportion(1, 2)),
                        new Quartiles.Part(5, 6, new Proportion(2, 2)),
                        new Quartiles.Part(7, 8, new Proportion(2, 2)));
    }

    @Test
    void equalClipsAreNotTornApart() {
        double[] values = {1, 1, 1, 1, 1, 1, 2, 3};

        List<Quartiles.Part> parts =
                Quartiles.of(SoundMeasure.DURATION, values, new boolean[8]).parts();

        assertThat(parts)
                .containsExactly(
                        new Quartiles.Part(1, 1, new Proportion(0, 6)), new Quartiles.Part(2, 3, new Proportion(0, 2)));
    }

    @Test
    void ofFewClipsNothingIsSaid() {
        assertThat(Quartiles.of(SoundMeasure.NOISE, new double[] {1, 2, 3, 4, 5, 6, 7}, new boolean[7])
                        .parts())
                .isEmpty();
    }

    /** A second of noise: loud, then quiet. */
    private static Waveform halfLoud(double loud, double quiet) {
        SplittableRandom random = new SplittableRandom(1);
        float[] samples = new float[8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) ((i < 4000 ? loud : quiet) * random.nextDouble(-1, 1));
        }
        return Waveform.of(samples, 8000);
    }
}
