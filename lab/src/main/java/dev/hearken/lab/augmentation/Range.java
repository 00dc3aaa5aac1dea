package dev.hearken.lab.augmentation;

import java.util.random.RandomGenerator;

/**
 * A closed interval from which a setting is drawn uniformly; the unit is named by whoever holds the range.
 *
 * @param low the least value, finite
 * @param high the greatest value, finite, at least {@code low}
 */
public record Range(double low, double high) {
    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("range must be finite and in order, got [" + low + ", " + high + "]");
        }
    }

    /** The range that holds one value. */
    public static Range exactly(double value) {
        return new Range(value, value);
    }

    double draw(RandomGenerator random) {
        return low + random.nextDouble() * (high - low);
    }

    /** Returns this range, or throws when it leaves [least, most]. */
    Range within(double least, double most, String setting) {
        if (low < least || high > most) {
            throw new IllegalArgumentException(
                    "%s must lie in [%s, %s], got [%s, %s]".formatted(setting, least, most, low, high));
        }
        return this;
    }
}
