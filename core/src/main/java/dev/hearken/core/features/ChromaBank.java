package dev.hearken.core.features;

/**
 * Filters that sum a power spectrum into the twelve pitch classes C, C sharp … B, whatever the octave.
 *
 * <p>Reference: {@code librosa.filters.chroma(sr, n_fft, n_chroma=12, tuning=0, ctroct=5, octwidth=2, norm=2, base_c=True)}. Ellis, D.:
 * Chroma feature analysis and synthesis, 2007.
 */
final class ChromaBank {
    static final int CLASSES = 12;

    /** A of octave 0: librosa counts octaves from a sixteenth of 440 Hz. */
    private static final double LOWEST_A_HZ = 440.0 / 16;

    /** The octave that weighs most, and how many octaves from it the weight has fallen to exp(-1/2). */
    private static final double CENTRE_OCTAVE = 5;

    private static final double OCTAVE_WIDTH = 2;

    /** From A, where the formula starts counting, to C. */
    private static final int A_TO_C = 3;

    private ChromaBank() {}

    /** The weights, row-major [12, bins 0 to fftSize / 2]. */
    static float[] weights(Stft stft) {
        int bins = stft.fftSize() / 2 + 1;
        float[] weights = new float[CLASSES * bins];
        for (int bin = 0; bin < bins; bin++) {
            double[] column = column(stft, bin);
            for (int pitch = 0; pitch < CLASSES; pitch++) {
                weights[pitch * bins + bin] = (float) column[(pitch + A_TO_C) % CLASSES];
            }
        }
        return weights;
    }

    /** What one bin gives to each pitch class from A on: a bump over the nearest, of length 1, weighted by octave. */
    private static double[] column(Stft stft, int bin) {
        double semitone = semitone(stft, bin);
        double width = Math.max(semitone(stft, bin + 1) - semitone, 1);
        double[] column = new double[CLASSES];
        double squares = 0;
        for (int pitch = 0; pitch < CLASSES; pitch++) {
            double half = CLASSES / 2.0;
            double distance = floorMod(semitone - pitch + half) - half;
            column[pitch] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
            squares += column[pitch] * column[pitch];
        }
        double octaves = (semitone / CLASSES - CENTRE_OCTAVE) / OCTAVE_WIDTH;
        double weight = Math.exp(-0.5 * octaves * octaves) / Math.sqrt(squares);
        for (int pitch = 0; pitch < CLASSES; pitch++) {
            column[pitch] *= weight;
        }
        return column;
    }

    /** Semitones above the lowest A; bin 0, which has no pitch, is put one and a half octaves below bin 1. */
    private static double semitone(Stft stft, int bin) {
        return bin == 0
                ? semitone(stft, 1) - 1.5 * CLASSES
                : CLASSES * Math.log(stft.binHz(bin) / LOWEST_A_HZ) / Math.log(2);
    }

    private static double floorMod(double value) {
        return value - CLASSES * Math.floor(value / CLASSES);
    }
}
