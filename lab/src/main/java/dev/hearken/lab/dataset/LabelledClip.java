package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recording on disk with the right answer, and whom it must not be separated from.
 *
 * @param file the recording
 * @param label what is heard in it
 * @param group the speaker, source or fold it belongs to, empty if unknown; clips of one group never stand on both sides of a split
 * @param take which repetition it is, counted from 0, empty if unknown
 */
public record LabelledClip(Path file, Label label, Optional<String> group, OptionalInt take) {
    /** A clip of which nothing but the label is known. */
    public static LabelledClip of(Path file, String label) {
        return new LabelledClip(file, new Label(label), Optional.empty(), OptionalInt.empty());
    }

    /** A clip of a known group. */
    public static LabelledClip of(Path file, String label, String group) {
        return new LabelledClip(file, new Label(label), Optional.of(group), OptionalInt.empty());
    }
}
