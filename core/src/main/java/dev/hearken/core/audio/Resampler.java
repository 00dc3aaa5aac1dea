package dev.hearken.core.audio;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes a waveform's sample rate with a band-limited filter, in the manner of J. O. Smith, "Digital Audio Resampling"
 * (Center for Computer Research in Music and Acoustics, Stanford University, 2002).
 *
 * <p>The filter is a linear-phase sinc under a Kaiser window with beta 10.06, 71.2 samples of the slower rate to either side. Up to 0.91
 * of the lower of the two Nyquist frequencies sound passes (ripple below 0.001 dB); from that Nyquist frequency on, it is 100 dB down, so
 * nothing audible folds back. Beyond either end of the recording the filter sees zeros. There is no delay: sample {@code j} of the
 * result stands at time {@code j / targetRateHz}. {@code n} samples become {@code ceil(n * target / source)}, as librosa and
 * soxr count. The result may overshoot [-1, 1] a little where the input touches it.
 */
public final class Resampler {
    /**
     * More coefficients than this (1 MiB) are not stored: they would take longer to make than they save. Every ratio of customary rates
     * needs fewer; those of arbitrary ones, as in changing a voice's speed, need more and take the interpolated way.
     */
    private static final long MAX_FILTER_SIZE = 1 << 18;

    /** A ratio is used for whole data sets, and few are in use at once. */
    private static final int KEPT_FILTERS = 8;

    private static final Map<Long, PolyphaseFilter> FILTERS = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, PolyphaseFilter> eldest) {
            return size() > KEPT_FILTERS;
        }
    };

    private Resampler() {}

    /**
     * The waveform at another rate; the very same object if it has that rate already.
     *
     * @param targetRateHz samples a second, positive
     * @throws IllegalArgumentException if the rate is not positive or the result would have more than 2^31 - 9 samples
     */
    public static Waveform resample(Waveform waveform, int targetRateHz) {
        if (targetRateHz <= 0) {
            throw new IllegalArgumentException("targetRateHz must be positive, got " + targetRateHz);
        }
        if (targetRateHz == waveform.sampleRateHz()) {
            return waveform;
        }
        int divisor = gcd(targetRateHz, waveform.sampleRateHz());
        int up = targetRateHz / divisor;
        int down = waveform.sampleRateHz() / divisor;
        int outputs = outputs(waveform.length(), up, down);
        return Waveform.owning(stretch(waveform.samples(), 0, up, down, 0, outputs), targetRateHz);
    }

    /**
     * A stretch of a recording at the rate times {@code up / down}, in lowest terms.
     *
     * @param input the recording from its sample {@code firstInput} on, a multiple of {@code down}
     * @param firstOutput the sample of the result to begin with
     * @param outputs how many
     */
    static float[] stretch(float[] input, long firstInput, int up, int down, long firstOutput, int outputs) {
        if (PolyphaseFilter.size(up, down) > MAX_FILTER_SIZE) {
            return InterpolatedFilter.apply(input, firstInput, up, down, firstOutput, outputs);
        }
        int before = Math.toIntExact(firstOutput - firstInput / down * up);
        float[] samples = filter(up, down).apply(input, before + outputs);
        return before == 0 ? samples : Arrays.copyOfRange(samples, before, samples.length);
    }

    private static int outputs(int inputs, int up, int down) {
        long outputs = ((long) inputs * up + down - 1) / down;
        if (outputs > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the result would have " + outputs + " samples");
        }
        return (int) outputs;
    }

    private static PolyphaseFilter filter(int up, int down) {
        long key = ((long) up << 32) | down;
        synchronized (FILTERS) {
            return FILTERS.computeIfAbsent(key, absent -> new PolyphaseFilter(up, down));
        }
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
