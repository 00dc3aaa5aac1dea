package dev.hearken.core.evaluation;

import java.util.Locale;

/**
 * Where a figure lies, with 95 % confidence.
 *
 * @param low the lower end, at most {@code high}
 * @param high the upper end
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval from " + low + " to " + high);
        }
    }

    /** In percent: {@code 96.6-99.5 %}. */
    public String toPercent() {
        return String.format(Locale.ROOT, "%.1f-%.1f %%", 100 * low, 100 * high);
    }
}
