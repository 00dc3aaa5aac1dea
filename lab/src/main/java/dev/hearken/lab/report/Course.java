package dev.hearken.lab.report;

import dev.hearken.lab.training.Progress;
import java.util.List;

/**
 * How the training of one network went.
 *
 * @param name tells it from the others: {@code model}, {@code rehearsal 1}, {@code without theo}
 * @param epochs in order
 */
public record Course(String name, List<Progress> epochs) {
    public Course {
        epochs = List.copyOf(epochs);
    }
}
