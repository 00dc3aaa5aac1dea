package dev.hearken.core.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much a population has moved between its bins: the population stability index, {@code Σ (a - e) ln(a / e)} over the shares {@code e}
 * of the reference and {@code a} of the sample, which is the symmetric Kullback-Leibler divergence in nats.
 *
 * <p>Siddiqi, N. (2006), "Credit Risk Scorecards", whose rule of thumb it is that less than 0.1 is no change and more than 0.25 a large one.
 * Half a count is added to each bin, so that an empty one costs much and not infinitely much.
 *
 * @param index at least 0
 * @param bins how many bins there are
 * @param reference how many values the reference has, at least 1
 * @param sample how many values are compared with it, at least 1
 */
public record PopulationStability(double index, int bins, long reference, long sample) {
    /** From here on, by the rule of thumb, something moved. */
    public static final double MODERATE = 0.1;

    /** From here on, by the rule of thumb, much moved. */
    public static final double LARGE = 0.25;

    private static final int DECILES = 10;
    private static final double HALF_A_COUNT = 0.5;

    /** The 95 % point of the standard normal distribution. */
    private static final double Z = 1.6448536269514722;

    public PopulationStability {
        if (!(index >= 0) || bins < 1 || reference < 1 || sample < 1) {
            throw new IllegalArgumentException(
                    "%s in %d bins of %d and %d values".formatted(index, bins, reference, sample));
        }
    }

    /** The index over the reference's deciles; over fewer bins where the reference has fewer different values. */
    public static PopulationStability ofValues(double[] reference, double[] sample) {
        double[] edges = edges(reference);
        return ofCounts(counts(edges, reference), counts(edges, sample));
    }

    /** The index over names, such as labels, each with how often it came. */
    public static PopulationStability ofNames(Map<String, Long> reference, Map<String, Long> sample) {
        Set<String> names = new TreeSet<>(reference.keySet());
        names.addAll(sample.keySet());
        return ofCounts(counts(names, reference), counts(names, sample));
    }

    /**
     * What the index would stay below in 95 of 100 samples of this size if nothing had changed:
     * {@code χ²(0.95, bins - 1) (1/n + 1/m)}, after Yurdakul, B. and Naranjo, J. (2020), "Statistical properties of the population
     * stability index". Small samples wander far by chance alone.
     */
    public double noise() {
        return bins == 1 ? 0 : chiSquare(bins - 1) * (1.0 / reference + 1.0 / sample);
    }

    /** Whether the index is more than chance explains and at least {@code threshold}. */
    public boolean reaches(double threshold) {
        return index >= threshold && index > noise();
    }

    /** The 95 % point by Wilson and Hilferty (1931), "The distribution of chi-square"; within 3 % of the exact one. */
    private static double chiSquare(int degrees) {
        double part = 2.0 / (9.0 * degrees);
        return degrees * Math.pow(1 - part + Z * Math.sqrt(part), 3);
    }

    private static PopulationStability ofCounts(long[] reference, long[] sample) {
        long expected = Arrays.stream(reference).sum();
        long actual = Arrays.stream(sample).sum();
        double index = 0;
        for (int i = 0; i < reference.length; i++) {
            double e = (reference[i] + HALF_A_COUNT) / (expected + HALF_A_COUNT * reference.length);
            double a = (sample[i] + HALF_A_COUNT) / (actual + HALF_A_COUNT * sample.length);
            index += (a - e) * Math.log(a / e);
        }
        return new PopulationStability(index, reference.length, expected, actual);
    }

    /** The different deciles: upper edges of all bins but the last. */
    private static double[] edges(double[] reference) {
        double[] sorted = reference.clone();
        Arrays.sort(sorted);
        double[] edges = new double[DECILES - 1];
        for (int i = 1; i < DECILES; i++) {
            edges[i - 1] = sorted[(int) ((long) i * (sorted.length - 1) / DECILES)];
        }
        return Arrays.stream(edges).distinct().toArray();
    }

    private static long[] counts(double[] edges, double[] values) {
        long[] counts = new long[edges.length + 1];
        for (double value : values) {
            int place = Arrays.binarySearch(edges, value);
            counts[place >= 0 ? place : -place - 1]++;
        }
        return counts;
    }

    private static long[] counts(Set<String> names, Map<String, Long> counted) {
        return names.stream().mapToLong(name -> counted.getOrDefault(name, 0L)).toArray();
    }
}
