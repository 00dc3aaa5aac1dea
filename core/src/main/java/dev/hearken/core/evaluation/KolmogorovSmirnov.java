package dev.hearken.core.evaluation;

import java.util.Arrays;

/**
 * How far apart two samples' distributions are at the point where they are furthest apart.
 *
 * <p>Smirnov, N. (1948), "Table for estimating the goodness of fit of empirical distributions". The p-value is the asymptotic one with
 * the correction of Stephens, M. A. (1970), "Use of the Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive
 * tables": good from an effective size {@code nm/(n+m)} of 4 on. Equal values make it too large, never too small.
 *
 * @param statistic the largest difference between the two empirical distribution functions, in [0, 1]
 * @param reference size of the first sample, at least 1
 * @param sample size of the second, at least 1
 */
public record KolmogorovSmirnov(double statistic, int reference, int sample) {
    /** Beyond it the terms of the series are below 1e-30. */
    private static final int TERMS = 100;

    public KolmogorovSmirnov {
        if (!(statistic >= 0 && statistic <= 1) || reference < 1 || sample < 1) {
            throw new IllegalArgumentException("D = " + statistic + " of " + reference + " and " + sample + " values");
        }
    }

    /** The statistic of two samples of finite values, in any order; neither is changed. */
    public static KolmogorovSmirnov of(double[] reference, double[] sample) {
        double[] first = reference.clone();
        double[] second = sample.clone();
        Arrays.sort(first);
        Arrays.sort(second);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double value = Math.min(first[i], second[j]);
            while (i < first.length && first[i] <= value) {
                i++;
            }
            while (j < second.length && second[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / first.length - (double) j / second.length));
        }
        return new KolmogorovSmirnov(largest, first.length, second.length);
    }

    /**
     * The probability of a statistic at least this large between samples of one distribution:
     * {@code 2 Σ (-1)^(k-1) exp(-2 k² λ²)} with {@code λ = (√e + 0.12 + 0.11/√e) D} and {@code e = nm/(n+m)}.
     */
    public double pValue() {
        double root = Math.sqrt((double) reference * sample / ((double) reference + sample));
        double lambda = (root + 0.12 + 0.11 / root) * statistic;
        if (lambda < 0.2) {
            // The series alternates without falling there; the probability differs from 1 by less than 1e-12.
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * lambda * lambda * k * k);
        }
        return Math.max(0, Math.min(1, sum));
    }
}
