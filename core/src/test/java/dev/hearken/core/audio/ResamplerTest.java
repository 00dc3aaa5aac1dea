package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    @Test
    void aWaveformOfTheRightRateComesBackItself() {
        Waveform tone = Sounds.tone(440, 0.5, 16_000, 100);
        assertThat(Resampler.resample(tone, 16_000)).isSameAs(tone);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 220500, 80000", // 220,500 * 160 / 441 exactly
        "8000, 16000, 7, 14",
        "16000, 8000, 7, 4", // 3.5 rounded up
        "44100, 8000, 1, 1",
        "44101, 16000, 44102, 16001", // 16,000.4 rounded up, by the interpolated filter
        "8000, 16000, 0, 0",
    })
    void theLengthIsTheRatioRoundedUp(int sourceHz, int targetHz, int samples, int expected) {
        Waveform resampled = Resampler.resample(Waveform.of(new float[samples], sourceHz), targetHz);
        assertThat(resampled.length()).isEqualTo(expected);
        assertThat(resampled.sampleRateHz()).isEqualTo(targetHz);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 8000, 7000", // would fold to 1,000 Hz
        "44100, 8000, 4010", // just above the new Nyquist frequency
        "44100, 16000, 9000",
        "48000, 16000, 8050",
        "16000, 8000, 4020",
        "96000, 16000, 47000",
        "44101, 16000, 9000", // interpolated filter
    })
    void whatLiesAboveTheNewNyquistFrequencyIsMoreThan95DbDown(int sourceHz, int targetHz, double toneHz) {
        Waveform resampled = Resampler.resample(Sounds.tone(toneHz, 1, sourceHz, sourceHz), targetHz);
        assertThat(Sounds.levelDb(resampled, targetHz / 10, targetHz * 9 / 10)).isLessThan(-95);
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 16000, 3600",
        "8000, 16000, 1000",
        "22050, 48000, 10000",
        "16000, 44100, 7200",
        "16000, 44101, 7200"
    })
    void goingUpLeavesNoImages(int sourceHz, int targetHz, double toneHz) {
        Waveform resampled = Resampler.resample(Sounds.tone(toneHz, 1, sourceHz, sourceHz), targetHz);
        Waveform ideal = Sounds.tone(toneHz, 1, targetHz, targetHz);
        assertThat(errorDb(resampled, ideal, targetHz)).isLessThan(-90);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 50",
        "44100, 16000, 4321",
        "44100, 16000, 7280", // 0.91 of 8,000 Hz: the end of the pass band
        "44100, 8000, 3640",
        "48000, 16000, 7000",
        "44101, 16000, 7000",
    })
    void thePassBandComesThroughUnchangedAndInTime(int sourceHz, int targetHz, double toneHz) {
        Waveform resampled = Resampler.resample(Sounds.tone(toneHz, 1, sourceHz, sourceHz), targetHz);
        Waveform ideal = Sounds.tone(toneHz, 1, targetHz, targetHz);
        assertThat(Sounds.levelDb(resampled, targetHz / 10, targetHz * 9 / 10)).isCloseTo(0, within(0.001));
        assertThat(errorDb(resampled, ideal, targetHz)).isLessThan(-85);
    }

    @Test
    void aConstantStaysItself() {
        float[] ones = new float[4410];
        Arrays.fill(ones, 0.25f);
        Waveform resampled = Resampler.resample(Waveform.of(ones, 44_100), 16_000);
        assertThat(resampled.sample(800)).isCloseTo(0.25f, within(1e-6f));
    }

    /** The sines lie inside both pass bands, so the two filters must give the same samples, up to soxr's own 0.003 dB of ripple. */
    @Test
    void soxrGivesTheSameSamples() {
        for (String line : Golden.lines("resampled.tsv")) {
            List<String> cells = List.of(line.split("\t"));
            int source = Integer.parseInt(cells.get(0));
            int samples = Integer.parseInt(cells.get(2));
            Waveform resampled = Resampler.resample(threeSines(source, samples), Integer.parseInt(cells.get(1)));
            assertThat(resampled.length()).isEqualTo(Integer.parseInt(cells.get(3)));
            for (String cell : cells.subList(4, cells.size())) {
                int colon = cell.indexOf(':');
                assertThat((double) resampled.sample(Integer.parseInt(cell.substring(0, colon))))
                        .as("%s of %d to %s", cell, source, cells.get(1))
                        .isCloseTo(Double.parseDouble(cell.substring(colon + 1)), within(1e-4));
            }
        }
    }

    @Test
    void bothFiltersAgree() {
        float[] noise = new float[4000];
        Random random = new Random(7);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        float[] exact = new PolyphaseFilter(160, 441).apply(noise, 1452);
        float[] interpolated = InterpolatedFilter.apply(noise, 160, 441, 1452);
        assertThat(interpolated).containsExactly(exact, within(2e-6f));
    }

    @Test
    void aRateThatIsNotPositiveIsAMistake() {
        Waveform silence = Waveform.of(new float[8], 8000);
        assertThatIllegalArgumentException().isThrownBy(() -> Resampler.resample(silence, 0));
    }

    private static Waveform threeSines(int rate, int samples) {
        float[] sines = new float[samples];
        for (int i = 0; i < samples; i++) {
            double time = 2 * Math.PI * i / rate;
            double sum = Math.sin(300 * time) + Math.sin(1700 * time) + Math.sin(3300 * time);
            sines[i] = (float) (sum / 4 * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples)));
        }
        return Waveform.of(sines, rate);
    }

    private static double errorDb(Waveform actual, Waveform ideal, int rate) {
        float[] error = actual.toArray();
        for (int i = 0; i < error.length; i++) {
            error[i] -= ideal.sample(i);
        }
        return Sounds.levelDb(Waveform.of(error, rate), rate / 10, rate * 9 / 10);
    }
}
