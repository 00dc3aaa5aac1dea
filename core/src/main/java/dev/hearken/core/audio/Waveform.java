package dev.hearken.core.audio;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A mono recording in memory: finite samples, nominally in [-1, 1], at one sample rate.
 *
 * <p>Immutable; the sample array is owned and copied in and out.
 */
public final class Waveform {
    private final float[] samples;
    private final int sampleRateHz;

    private Waveform(float[] samples, int sampleRateHz) {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be positive, got " + sampleRateHz);
        }
        this.samples = samples;
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * A waveform of these samples.
     *
     * @param samples shape [n], finite; copied
     * @param sampleRateHz samples a second, positive
     * @throws IllegalArgumentException if the rate is not positive or a sample is NaN or infinite
     */
    public static Waveform of(float[] samples, int sampleRateHz) {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new IllegalArgumentException("sample " + i + " is " + samples[i]);
            }
        }
        return new Waveform(samples.clone(), sampleRateHz);
    }

    /** A waveform that takes over an array known to be finite, to spare a copy; inside this room only. */
    static Waveform owning(float[] samples, int sampleRateHz) {
        return new Waveform(samples, sampleRateHz);
    }

    /** The samples themselves, not to be written to; inside this room only. */
    float[] samples() {
        return samples;
    }

    /** The number of samples. */
    public int length() {
        return samples.length;
    }

    /** Samples a second. */
    public int sampleRateHz() {
        return sampleRateHz;
    }

    /** The length in seconds. */
    public double durationSeconds() {
        return (double) samples.length / sampleRateHz;
    }

    /** The sample at {@code index}. */
    public float sample(int index) {
        return samples[index];
    }

    /** A copy of all samples. */
    public float[] toArray() {
        return samples.clone();
    }

    /** A read-only view of all samples, without a copy. */
    public FloatBuffer asBuffer() {
        return FloatBuffer.wrap(samples).asReadOnlyBuffer();
    }

    /**
     * The samples from {@code from} (inclusive) to {@code to} (exclusive); where the range reaches past either end, zeros stand.
     */
    public Waveform window(int from, int to) {
        if (to < from) {
            throw new IllegalArgumentException("window from " + from + " to " + to);
        }
        float[] window = new float[to - from];
        int start = Math.max(from, 0);
        int end = Math.min(to, samples.length);
        if (end > start) {
            System.arraycopy(samples, start, window, start - from, end - start);
        }
        return new Waveform(window, sampleRateHz);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Waveform that
                && sampleRateHz == that.sampleRateHz
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(samples) + sampleRateHz;
    }

    @Override
    public String toString() {
        return "Waveform[%.3f s at %d Hz]".formatted(durationSeconds(), sampleRateHz);
    }
}
