package dev.hearken.lab.dataset;

/** The discrete Fourier transform of one power-of-two length, in place: the iterative algorithm of Cooley and Tukey (1965). */
final class Fft {
    private final int size;
    private final double[] cosines;
    private final double[] sines;

    /** A transform of {@code size} points, a power of two. */
    Fft(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the size must be a power of two, got " + size);
        }
        this.size = size;
        cosines = new double[size / 2];
        sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / size);
            sines[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    /** The least size that holds {@code length} points. */
    static int sizeFor(int length) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, length - 1)) * 2);
    }

    /** Σ x[t] exp(-2πi kt/size) for each k. */
    void forward(double[] real, double[] imaginary) {
        reverseBits(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = start, turn = 0; i < start + half; i++, turn += stride) {
                    int other = i + half;
                    double re = real[other] * cosines[turn] - imaginary[other] * sines[turn];
                    double im = real[other] * sines[turn] + imaginary[other] * cosines[turn];
                    real[other] = real[i] - re;
                    imaginary[other] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private void reverseBits(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double re = real[i];
                real[i] = real[j];
                real[j] = re;
                double im = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = im;
            }
        }
    }
}
