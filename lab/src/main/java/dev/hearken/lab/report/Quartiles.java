package dev.hearken.lab.report;

import dev.hearken.core.evaluation.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Accuracy by how much of something clips have: a quarter of the clips at a time.
 *
 * @param measure of what
 * @param parts from little to much; fewer than four where many clips are equal, none where fewer than eight are known
 * @param unknown how many clips have no value
 */
public record Quartiles(SoundMeasure measure, List<Part> parts, int unknown) {
    private static final int LEAST_CLIPS = 8;

    /**
     * A quarter of the clips.
     *
     * @param low the least value among them
     * @param high the greatest
     * @param accuracy right answers among them
     */
    public record Part(double low, double high, Proportion accuracy) {}

    public Quartiles {
        parts = List.copyOf(parts);
    }

    /** The quarters of clips with these values, NaN where there is none; whether each was answered right. */
    static Quartiles of(SoundMeasure measure, double[] values, boolean[] correct) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        List<Part> parts = new ArrayList<>();
        double above = Double.NEGATIVE_INFINITY;
        for (int quarter = 1; quarter <= 4 && known.length >= LEAST_CLIPS; quarter++) {
            double to = known[quarter * known.length / 4 - 1];
            if (to > above) {
                parts.add(part(values, correct, above, to));
                above = to;
            }
        }
        return new Quartiles(measure, parts, values.length - known.length);
    }

    /** The clips above one value and up to another. */
    private static Part part(double[] values, boolean[] correct, double above, double to) {
        double least = to;
        int clips = 0;
        int right = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > above && values[i] <= to) {
                least = Math.min(least, values[i]);
                clips++;
                right += correct[i] ? 1 : 0;
            }
        }
        return new Part(least, to, new Proportion(right, clips));
    }
}
