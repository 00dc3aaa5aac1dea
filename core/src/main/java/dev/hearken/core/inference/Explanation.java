package dev.hearken.core.inference;

import dev.hearken.core.task.Label;
import java.util.List;

/**
 * What drove an answer, in words.
 *
 * @param label the answer
 * @param drivers every feature, the one with the largest effect first
 * @param r2 how far to believe it: the share of the variance of the model's log-odds, on clips held out, that the stand-in accounts for
 */
public record Explanation(Label label, List<Driver> drivers, double r2) {
    public Explanation {
        drivers = List.copyOf(drivers);
    }

    /** The {@code count} drivers with the largest effect, or all there are. */
    public List<Driver> strongest(int count) {
        return drivers.subList(0, Math.min(count, drivers.size()));
    }
}
