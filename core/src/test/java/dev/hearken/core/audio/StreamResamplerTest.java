package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamResamplerTest {
    /** Customary ratios, up and down, one to one, and one with too many phases to store. */
    @ParameterizedTest
    @CsvSource({
        "48000, 16000",
        "44100, 16000",
        "8000, 16000",
        "16000, 16000",
        "22050, 8000",
        "11025, 16000",
        "44101, 16000"
    })
    void blocksOfAnySizeGiveTheSamplesOfTheWhole(int source, int target) {
        SplittableRandom random = new SplittableRandom(source);
        float[] whole = noise(random, 70_001);
        float[] expected =
                Resampler.resample(Waveform.of(whole, source), target).toArray();

        float[] streamed = stream(new StreamResampler(source, target), whole, random);

        assertThat(streamed).containsExactly(expected);
    }

    @Test
    void aFlushedStreamBeginsAnew() {
        StreamResampler resampler = new StreamResampler(44_100, 16_000);
        float[] whole = noise(new SplittableRandom(1), 9_000);

        float[] once = stream(resampler, whole, new SplittableRandom(2));
        float[] again = stream(resampler, whole, new SplittableRandom(3));

        assertThat(again).containsExactly(once);
    }

    @Test
    void nothingGivesNothing() {
        StreamResampler resampler = new StreamResampler(48_000, 16_000);

        assertThat(resampler.push(new float[0])).isEmpty();
        assertThat(resampler.push(new float[1])).isEmpty();
        assertThat(resampler.flush()).containsExactly(0);
        assertThat(resampler.flush()).isEmpty();
    }

    @Test
    void ratesMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamResampler(0, 16_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamResampler(16_000, -1));
    }

    private static float[] stream(StreamResampler resampler, float[] whole, SplittableRandom random) {
        float[] streamed = new float[0];
        for (int from = 0; from < whole.length; ) {
            int to = Math.min(whole.length, from + random.nextInt(random.nextBoolean() ? 40 : 5_000));
            streamed = joined(streamed, resampler.push(Arrays.copyOfRange(whole, from, to)));
            from = to;
        }
        return joined(streamed, resampler.flush());
    }

    private static float[] joined(float[] one, float[] other) {
        float[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static float[] noise(SplittableRandom random, int samples) {
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) random.nextDouble(-1, 1);
        }
        return noise;
    }
}
