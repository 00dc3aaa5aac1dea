package dev.hearken.lab.augmentation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The discrete Fourier transform of real signals whose length is a power of two, by a complex radix-2 transform of
 * half the length.
 *
 * <p>Immutable and shared between threads: it holds twiddle factors only and works in the caller's arrays.
 * Source: Press et al., Numerical Recipes, 3rd edition, section 12.3.
 */
final class RealFft {
    private static final Map<Integer, RealFft> BY_SIZE = new ConcurrentHashMap<>();

    private final int size;
    private final double[] cos;
    private final double[] sin;

    private RealFft(int size) {
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int k = 0; k < size / 2; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / size);
            sin[k] = Math.sin(2 * Math.PI * k / size);
        }
    }

    /** @param size a power of two, at least 4 */
    static RealFft ofSize(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size must be a power of two of at least 4, got " + size);
        }
        return BY_SIZE.computeIfAbsent(size, RealFft::new);
    }

    /** The transform for signals of at least {@code length} samples. */
    static RealFft holding(int length) {
        return ofSize(Math.max(4, Integer.highestOneBit(Math.max(1, length - 1)) << 1));
    }

    int size() {
        return size;
    }

    /** From {@code signal} [size] to bins 0 to size/2 in {@code re} and {@code im} [size/2 + 1]. */
    void forward(double[] signal, double[] re, double[] im) {
        int half = size / 2;
        for (int i = 0; i < half; i++) {
            re[i] = signal[2 * i];
            im[i] = signal[2 * i + 1];
        }
        transform(re, im, half);
        double zeroRe = re[0];
        double zeroIm = im[0];
        re[0] = zeroRe + zeroIm;
        im[0] = 0;
        re[half] = zeroRe - zeroIm;
        im[half] = 0;
        for (int k = 1; k <= half / 2; k++) {
            separate(re, im, k, half - k, 1);
        }
    }

    /** From bins 0 to size/2, which are overwritten, to {@code signal} [size]. */
    void inverse(double[] re, double[] im, double[] signal) {
        int half = size / 2;
        double zeroRe = re[0];
        re[0] = 0.5 * (zeroRe + re[half]);
        im[0] = 0.5 * (zeroRe - re[half]);
        for (int k = 1; k <= half / 2; k++) {
            separate(re, im, k, half - k, -1);
        }
        // The inverse transform is the forward one with real and imaginary parts exchanged.
        transform(im, re, half);
        for (int i = 0; i < half; i++) {
            signal[2 * i] = re[i] / half;
            signal[2 * i + 1] = im[i] / half;
        }
    }

    /** Turns the packed bins k and m = half - k into those of the real signal (direction 1), or back (-1). */
    private void separate(double[] re, double[] im, int k, int m, int direction) {
        double evenRe = 0.5 * (re[k] + re[m]);
        double evenIm = 0.5 * (im[k] - im[m]);
        double oddRe = direction * 0.5 * (im[k] + im[m]);
        double oddIm = direction * -0.5 * (re[k] - re[m]);
        double turn = direction * -sin[k];
        double re1 = cos[k] * oddRe - turn * oddIm;
        double im1 = cos[k] * oddIm + turn * oddRe;
        re[k] = evenRe + re1;
        im[k] = evenIm + im1;
        re[m] = evenRe - re1;
        im[m] = im1 - evenIm;
    }

    /** Complex transform of the first {@code n} values, in place. */
    private void transform(double[] re, double[] im, int n) {
        reverseBits(re, im, n);
        for (int span = 1; span < n; span <<= 1) {
            int stride = size / (2 * span);
            for (int start = 0; start < n; start += 2 * span) {
                for (int k = 0, twiddle = 0; k < span; k++, twiddle += stride) {
                    int a = start + k;
                    int b = a + span;
                    double turnedRe = cos[twiddle] * re[b] + sin[twiddle] * im[b];
                    double turnedIm = cos[twiddle] * im[b] - sin[twiddle] * re[b];
                    re[b] = re[a] - turnedRe;
                    im[b] = im[a] - turnedIm;
                    re[a] += turnedRe;
                    im[a] += turnedIm;
                }
            }
        }
    }

    private static void reverseBits(double[] re, double[] im, int n) {
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int i = 1; i < n; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                double keptRe = re[i];
                re[i] = re[j];
                re[j] = keptRe;
                double keptIm = im[i];
                im[i] = im[j];
                im[j] = keptIm;
            }
        }
    }
}
