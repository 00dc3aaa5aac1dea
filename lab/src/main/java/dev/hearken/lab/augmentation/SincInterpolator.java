package dev.hearken.lab.augmentation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a signal at evenly spaced points between its samples: a band-limited change of speed by any factor.
 *
 * <p>A sinc of 12 zero crossings a side under a Kaiser window (beta 6, about -60 dB), tabulated at 1,024 fractions of
 * a sample; the nearest fraction is used. Reading faster than the samples lowers the cut-off so that nothing aliases;
 * cut-offs are rounded down to 1/32 of the band, so that a handful of tables serve all factors.
 * Source: J. O. Smith, Digital Audio Resampling, https://ccrma.stanford.edu/~jos/resample/.
 */
final class SincInterpolator {
    private static final int FRACTIONS = 1024;
    private static final int CROSSINGS = 12;
    private static final double KAISER_BETA = 6;
    private static final int CUTOFF_STEPS = 32;
    private static final Map<Integer, SincInterpolator> BY_CUTOFF = new ConcurrentHashMap<>();

    /** Taps a side; a multiple of 4, for the unrolled sum. */
    private final int reach;

    /** [FRACTIONS + 1][2 * reach], flattened. */
    private final float[] kernels;

    private SincInterpolator(double cutoff) {
        reach = 4 * (int) Math.ceil(CROSSINGS / cutoff / 4);
        kernels = new float[(FRACTIONS + 1) * 2 * reach];
        for (int fraction = 0; fraction <= FRACTIONS; fraction++) {
            for (int tap = 0; tap < 2 * reach; tap++) {
                double distance = tap - (reach - 1) - (double) fraction / FRACTIONS;
                kernels[fraction * 2 * reach + tap] = (float) kernel(distance, cutoff);
            }
        }
    }

    /** The samples of {@code signal} at 0, step, 2 step, …; zeros stand outside it. */
    static float[] read(float[] signal, double step, int length) {
        int cutoffStep = (int) Math.floor(CUTOFF_STEPS * Math.min(1, 1 / step));
        return BY_CUTOFF
                .computeIfAbsent(Math.max(1, cutoffStep), key -> new SincInterpolator((double) key / CUTOFF_STEPS))
                .readAll(signal, step, length);
    }

    private float[] readAll(float[] signal, double step, int length) {
        int last = (int) Math.ceil(step * length) + 2 * reach + 1;
        float[] padded = new float[Math.max(last, signal.length + reach)];
        System.arraycopy(signal, 0, padded, reach - 1, signal.length);
        float[] result = new float[length];
        for (int i = 0; i < length; i++) {
            double position = i * step;
            int whole = (int) position;
            int fraction = (int) ((position - whole) * FRACTIONS + 0.5);
            result[i] = sum(padded, whole, fraction * 2 * reach);
        }
        return result;
    }

    /** Four sums at once, since one chain of additions would wait for itself. */
    private float sum(float[] padded, int from, int kernelFrom) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int tap = 0; tap < 2 * reach; tap += 4) {
            a += padded[from + tap] * kernels[kernelFrom + tap];
            b += padded[from + tap + 1] * kernels[kernelFrom + tap + 1];
            c += padded[from + tap + 2] * kernels[kernelFrom + tap + 2];
            d += padded[from + tap + 3] * kernels[kernelFrom + tap + 3];
        }
        return a + b + (c + d);
    }

    private double kernel(double distance, double cutoff) {
        double relative = distance / reach;
        if (Math.abs(relative) >= 1) {
            return 0;
        }
        double window = bessel0(KAISER_BETA * Math.sqrt(1 - relative * relative)) / bessel0(KAISER_BETA);
        double angle = Math.PI * cutoff * distance;
        return cutoff * window * (angle == 0 ? 1 : Math.sin(angle) / angle);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel0(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
