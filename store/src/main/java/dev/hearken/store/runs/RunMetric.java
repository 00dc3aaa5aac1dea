package dev.hearken.store.runs;

import java.time.Instant;

/**
 * One measured value on a run's way.
 *
 * @param key what was measured, such as {@code validation_loss}
 * @param step when in the run: the epoch, counted from 1
 * @param value finite; what is not cannot be drawn, compared or stored everywhere, and is left out
 * @param at the moment, to the millisecond
 */
public record RunMetric(String key, long step, double value, Instant at) {
    public RunMetric {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " must be finite, got " + value);
        }
    }
}
