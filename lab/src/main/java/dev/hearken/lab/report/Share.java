package dev.hearken.lab.report;

import dev.hearken.core.evaluation.Interval;
import dev.hearken.core.evaluation.Proportion;

/**
 * A row of a table that shows a share as a number and as a mark on its interval.
 *
 * @param name of what
 * @param of right and all: {@code 46 of 50}
 * @param value in percent
 * @param interval in percent
 * @param style where the interval begins and ends and where the mark stands, for the drawing
 */
record Share(String name, String of, String value, String interval, String style) {
    static Share of(String name, Proportion share) {
        Interval interval = share.wilson();
        return new Share(
                name,
                "%s of %s".formatted(Numerals.count(share.successes()), Numerals.count(share.trials())),
                Numerals.percent(share.value()),
                Numerals.percent(interval),
                Numerals.of("--low:%.4f;--high:%.4f;--at:%.4f", interval.low(), interval.high(), share.value()));
    }
}
