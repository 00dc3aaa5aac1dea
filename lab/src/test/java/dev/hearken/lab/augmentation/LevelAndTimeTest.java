package dev.hearken.lab.augmentation;

import static dev.hearken.lab.augmentation.Signals.decibels;
import static dev.hearken.lab.augmentation.Signals.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelAndTimeTest {
    private static final Waveform FOUR = Waveform.of(new float[] {0.1f, -0.2f, 0.3f, -0.4f}, 4);

    @Test
    void twentyDecibelsOfGainMultiplyByTen() {
        Waveform louder = new Gain(Range.exactly(20)).apply(FOUR, seeded(1));
        assertThat(louder.toArray()).containsExactly(new float[] {1, -2, 3, -4}, within(1e-6f));
    }

    @Test
    void aShiftOfHalfASecondAtFourHertzMovesTwoSamplesAndKeepsTheLength() {
        Waveform later = new Shift(Range.exactly(0.5)).apply(FOUR, seeded(1));
        Waveform earlier = new Shift(Range.exactly(-0.5)).apply(FOUR, seeded(1));
        assertThat(later.toArray()).containsExactly(0, 0, 0.1f, -0.2f);
        assertThat(earlier.toArray()).containsExactly(0.3f, -0.4f, 0, 0);
    }

    @Test
    void aShiftByMoreThanTheClipLeavesSilence() {
        assertThat(new Shift(Range.exactly(9)).apply(FOUR, seeded(1)).toArray()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void noiseIsMixedAtTheSignalToNoiseRatioAskedFor() {
        Waveform clip = Signals.tone(440, 0.3, 1, 16_000);
        for (Noise.Colour colour : Noise.Colour.values()) {
            Waveform noisy = new NoiseAtSnr(colour, Range.exactly(7)).apply(clip, seeded(5));
            assertThat(snrDb(clip, noisy)).isCloseTo(7, within(0.1));
        }
    }

    @Test
    void recordedNoiseShorterThanTheClipIsRepeated() {
        Waveform clip = Waveform.of(new float[] {1, 1, 1, 1, 1, 1}, 8);
        Noise noise = new Noise.Recorded(List.of(Waveform.of(new float[] {2, -2}, 8)));
        Waveform noisy = new NoiseAtSnr(noise, Range.exactly(0)).apply(clip, seeded(1));
        assertThat(noisy.toArray()).containsOnly(0, 2).hasSize(6);
        assertThat(noisy.sample(0)).isNotEqualTo(noisy.sample(1));
    }

    @Test
    void aSilentClipHasNoRatioAndStaysSilent() {
        Waveform silence = Waveform.of(new float[100], 8_000);
        assertThat(new NoiseAtSnr(Noise.Colour.WHITE, Range.exactly(10)).apply(silence, seeded(1)))
                .isEqualTo(silence);
    }

    @Test
    void noiseAtAnotherRateIsRefused() {
        Noise noise = new Noise.Recorded(List.of(Signals.tone(100, 1, 1, 16_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoiseAtSnr(noise, Range.exactly(0)).apply(FOUR, seeded(1)))
                .withMessageContaining("16000 Hz");
    }

    @Test
    void coloursLoseNoneThreeAndSixDecibelsAnOctave() {
        assertThat(octaveDrop(Noise.Colour.WHITE)).isCloseTo(0, within(0.5));
        assertThat(octaveDrop(Noise.Colour.PINK)).isCloseTo(3, within(0.5));
        assertThat(octaveDrop(Noise.Colour.BROWN)).isCloseTo(6, within(0.5));
    }

    @Test
    void peaksAreCutAtTheFractionOfTheHighest() {
        Waveform cut = new Clipping(Range.exactly(0.5)).apply(FOUR, seeded(1));
        assertThat(cut.toArray()).containsExactly(new float[] {0.1f, -0.2f, 0.2f, -0.2f}, within(1e-6f));
    }

    @Test
    void muLawCodesAreFineForSoftSoundsAndCoarseForLoudOnes() {
        // Code 1 of 127 stands for (256^(1/127) - 1) / 255 = 0.000175, and 127 for 1.
        Waveform coded = new MuLaw().apply(Waveform.of(new float[] {0.00017f, -1, 0, 1.5f, 0.97f}, 8_000), seeded(1));
        assertThat(coded.toArray()).containsExactly(new float[] {0.000175f, -1, 0, 1, 0.957f}, within(1e-3f));
        assertThat(coded.sample(0)).isCloseTo(0.000175f, within(1e-6f));
    }

    private static double snrDb(Waveform clean, Waveform noisy) {
        double noise = 0;
        for (int i = 0; i < clean.length(); i++) {
            noise += Math.pow(noisy.sample(i) - clean.sample(i), 2);
        }
        return decibels(Levels.power(clean.toArray()) * clean.length() / noise);
    }

    /** The power of 1-2 kHz over that of 2-4 kHz, each per hertz, in decibels. */
    private static double octaveDrop(Noise noise) {
        double[] signal = new double[1 << 16];
        float[] slice = noise.slice(signal.length, 16_000, seeded(3));
        for (int i = 0; i < signal.length; i++) {
            signal[i] = slice[i] * Math.sin(Math.PI * (i + 0.5) / signal.length);
        }
        double[] re = new double[signal.length / 2 + 1];
        double[] im = new double[signal.length / 2 + 1];
        RealFft.ofSize(signal.length).forward(signal, re, im);
        return decibels(2 * bandPower(re, im, 4096, 8192) / bandPower(re, im, 8192, 16_384));
    }

    private static double bandPower(double[] re, double[] im, int from, int to) {
        double sum = 0;
        for (int bin = from; bin < to; bin++) {
            sum += re[bin] * re[bin] + im[bin] * im[bin];
        }
        return sum;
    }
}
