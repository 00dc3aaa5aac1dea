package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recording on disk, or a stretch of one, and all that its data set tells of it.
 *
 * <p>The right answer is not always told: a recipe may work it out from the attributes, as {@code talent} does from scores, and makes a
 * {@link LabelledClip} with {@link #labelled}.
 *
 * @param file the recording
 * @param span which stretch of it is meant, empty for all of it
 * @param givenLabel what the data set says is heard in it, empty if it does not say
 * @param group the speaker, source or fold it belongs to, empty if unknown
 * @param take which repetition it is, counted from 0, empty if unknown
 * @param part the part of the data set's own split it belongs to, empty if it makes none
 * @param attributes everything else that is told, in the order it is told: {@code fluency=8.75}, {@code text=WE CALL IT BEAR}; the names
 *     are in lower case with underscores
 */
public record Recording(
        Path file,
        Optional<Span> span,
        Optional<Label> givenLabel,
        Optional<String> group,
        OptionalInt take,
        Optional<SplitPart> part,
        Map<String, String> attributes) {
    /** The attribute under which a layout tells what is said. */
    static final String TEXT = "text";

    public Recording {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A whole file of which nothing is known yet. */
    public static Recording of(Path file) {
        return new Recording(
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The same with the data set's label for it. */
    public Recording called(Label label) {
        return new Recording(file, span, Optional.of(label), group, take, part, attributes);
    }

    /** The same in this group, or in none that is known. */
    Recording in(Optional<String> newGroup) {
        return new Recording(file, span, givenLabel, newGroup, take, part, attributes);
    }

    /** The same in this part of the data set's split. */
    Recording in(SplitPart newPart) {
        return new Recording(file, span, givenLabel, group, take, Optional.of(newPart), attributes);
    }

    /** The same with the group and take that its name tells. */
    Recording named(ClipName name) {
        return new Recording(file, span, givenLabel, name.group(), name.take(), part, attributes);
    }

    /** The same, but only this stretch of it. */
    Recording cut(Span stretch) {
        return new Recording(file, Optional.of(stretch), givenLabel, group, take, part, attributes);
    }

    /** The same with these attributes and no others. */
    Recording with(Map<String, String> newAttributes) {
        return new Recording(file, span, givenLabel, group, take, part, newAttributes);
    }

    /** What is said in it, in words, if that is told. */
    public Optional<String> transcript() {
        return Column.TEXT.names().stream()
                .map(attributes::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** This recording with its right answer. */
    public LabelledClip labelled(Label label) {
        return new LabelledClip(this, label);
    }

    /** The file, and the stretch of it if it is one: {@code talk.wav (1.25-3.5 s)}. */
    @Override
    public String toString() {
        return span.map(stretch -> file + " (" + stretch + ")").orElseGet(file::toString);
    }
}
