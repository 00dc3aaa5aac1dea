package dev.hearken.lab.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Replaces each example of a batch by a blend of it and its neighbour, targets too (Zhang et al., 2018, arXiv:1710.09412). */
final class Mixup {
    private Mixup() {}

    /** Blends in place, all rows by one share drawn from Beta(alpha, alpha). */
    static void apply(float[] features, float[] targets, int rows, double alpha, RandomGenerator random) {
        float share = (float) beta(alpha, random);
        blend(features, rows, share);
        blend(targets, rows, share);
    }

    private static void blend(float[] values, int rows, float share) {
        int width = values.length / rows;
        float[] first = Arrays.copyOf(values, width);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                float neighbour = row + 1 < rows ? values[(row + 1) * width + i] : first[i];
                values[row * width + i] = share * values[row * width + i] + (1 - share) * neighbour;
            }
        }
    }

    /** Jöhnk's method, which suits the small alphas used here. */
    private static double beta(double alpha, RandomGenerator random) {
        while (true) {
            double u = Math.pow(random.nextDouble(), 1 / alpha);
            double v = Math.pow(random.nextDouble(), 1 / alpha);
            if (u + v > 0 && u + v <= 1) {
                return u / (u + v);
            }
        }
    }
}
