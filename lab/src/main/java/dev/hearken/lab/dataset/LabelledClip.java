package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recording on disk with the right answer.
 *
 * @param recording where the sound is and what is known of it
 * @param label what is heard in it
 */
public record LabelledClip(Recording recording, Label label) {
    /** A whole file, with what it must not be separated from and which repetition it is. */
    public LabelledClip(Path file, Label label, Optional<String> group, OptionalInt take) {
        this(Recording.of(file).called(label).named(new ClipName(group, take)), label);
    }

    /** A clip of which nothing but the label is known. */
    public static LabelledClip of(Path file, String label) {
        return new LabelledClip(file, new Label(label), Optional.empty(), OptionalInt.empty());
    }

    /** A clip of a known group. */
    public static LabelledClip of(Path file, String label, String group) {
        return new LabelledClip(file, new Label(label), Optional.of(group), OptionalInt.empty());
    }

    /** The file the sound is in. */
    public Path file() {
        return recording.file();
    }

    /** Which stretch of the file is meant, empty for all of it. */
    public Optional<Span> span() {
        return recording.span();
    }

    /** The speaker, source or fold, empty if unknown; clips of one group never stand on both sides of a split. */
    public Optional<String> group() {
        return recording.group();
    }

    /** Which repetition it is, counted from 0, empty if unknown. */
    public OptionalInt take() {
        return recording.take();
    }

    /** The part of the data set's own split it belongs to, empty if there is none. */
    public Optional<SplitPart> part() {
        return recording.part();
    }

    /** Everything else the data set tells of it, such as scores and a transcript. */
    public Map<String, String> attributes() {
        return recording.attributes();
    }

    /** The same recording under another answer. */
    public LabelledClip relabelled(Label other) {
        return new LabelledClip(recording, other);
    }
}
