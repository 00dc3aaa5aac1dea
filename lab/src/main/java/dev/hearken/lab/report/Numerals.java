package dev.hearken.lab.report;

import dev.hearken.core.evaluation.Interval;
import java.util.Locale;

/** Numbers as the page writes them. */
final class Numerals {
    private static final double BYTES_PER_KB = 1e3;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    /** Keeps a number and its unit on one line. */
    private static final String UNBROKEN = "\u00a0";

    private Numerals() {}

    /** {@code 98.7 %}. */
    static String percent(double share) {
        return of("%.1f" + UNBROKEN + "%%", 100 * share);
    }

    /** {@code 96.6–99.5 %}. */
    static String percent(Interval interval) {
        return of("%.1f–%.1f" + UNBROKEN + "%%", 100 * interval.low(), 100 * interval.high());
    }

    /** {@code 3,000}. */
    static String count(long number) {
        return of("%,d", number);
    }

    /** {@code 45 s}, {@code 12.5 min}, {@code 1.20 h}. */
    static String duration(double seconds) {
        if (seconds < SECONDS_PER_MINUTE) {
            return of(seconds < 10 ? "%.2f s" : "%.0f s", seconds);
        }
        return seconds < SECONDS_PER_HOUR
                ? of("%.1f min", seconds / SECONDS_PER_MINUTE)
                : of("%.2f h", seconds / SECONDS_PER_HOUR);
    }

    /** {@code 1,078 kB}. */
    static String size(long bytes) {
        return of("%,.0f kB", bytes / BYTES_PER_KB);
    }

    /** As {@link String#format}, the same in every country. */
    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
