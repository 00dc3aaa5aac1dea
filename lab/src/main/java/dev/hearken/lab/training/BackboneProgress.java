package dev.hearken.lab.training;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a backbone's training stands.
 *
 * @param step how many steps were taken
 * @param steps how many there will be
 * @param trainingLoss mean over the steps since the last look
 * @param heldOut errors on clips held out, by what was done to them
 * @param left estimated time to the end
 */
public record BackboneProgress(
        int step, int steps, double trainingLoss, Map<String, BackboneError> heldOut, Duration left) {
    /** One line for a terminal. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("step %d/%d  loss %.4f".formatted(step, steps, trainingLoss));
        new TreeMap<>(heldOut)
                .forEach((name, error) ->
                        line.append("  ").append(name).append(' ').append(error));
        return line.append("  %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart()))
                .toString();
    }
}
