package dev.hearken.core.evaluation;

import java.util.Locale;

/**
 * A share with its denominator: 296 of 300.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 1
 */
public record Proportion(long successes, long trials) {
    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z_95 = 1.959963984540054;

    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials);
        }
    }

    /** The share, in [0, 1]. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * The 95 % score interval of Wilson (1927), "Probable inference, the law of succession, and statistical inference":
     * {@code (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)}. Unlike the textbook interval it keeps inside [0, 1] and has a width
     * even at 300 of 300.
     */
    public Interval wilson() {
        double n = trials;
        double p = value();
        double z2 = Z_95 * Z_95;
        double centre = p + z2 / (2 * n);
        double reach = Z_95 * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        // At none or all of them the ends are exactly 0 and 1; rounding must not carry them past.
        return new Interval(Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale));
    }

    /** {@code 98.67 % (296/300)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f %% (%d/%d)", 100 * value(), successes, trials);
    }
}
