package dev.hearken.lab.export;

import java.util.Arrays;

/**
 * How a value in the graph is written in 8 bits: {@code value = (integer - zeroPoint) x scale}, integers from 0 to 255.
 *
 * @param scale positive
 * @param zeroPoint the integer that means 0, which is always exact
 */
record ActivationRange(float scale, int zeroPoint) {
    private static final int STEPS = 255;

    /** Shares of the values that a range may leave out at each end: those saturate, and all others are written more finely. */
    private static final double[] LEFT_OUT = {0, 1e-5, 1e-4, 5e-4, 1e-3};

    /** The range from {@code lowest} to {@code highest}, widened to hold 0. */
    static ActivationRange between(double lowest, double highest) {
        double low = Math.min(lowest, 0);
        double high = Math.max(highest, 0);
        float scale = high > low ? (float) ((high - low) / STEPS) : 1;
        return new ActivationRange(scale, (int) Math.round(-low / scale));
    }

    /** Of the ranges of these values that leave out none, few or more of them, the one with the least squared error. */
    static ActivationRange best(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        ActivationRange best = between(0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (double share : LEFT_OUT) {
            int skipped = (int) (share * sorted.length);
            ActivationRange range = between(sorted[skipped], sorted[sorted.length - 1 - skipped]);
            double error = range.squaredError(sorted);
            if (error < least) {
                least = error;
                best = range;
            }
        }
        return best;
    }

    private double squaredError(float[] values) {
        double sum = 0;
        for (float value : values) {
            double integer = Math.max(0, Math.min(STEPS, Math.rint(value / scale) + zeroPoint));
            double error = (integer - zeroPoint) * scale - value;
            sum += error * error;
        }
        return sum;
    }
}
