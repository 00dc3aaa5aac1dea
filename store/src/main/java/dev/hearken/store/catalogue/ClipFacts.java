package dev.hearken.store.catalogue;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person tells of a recording.
 *
 * @param label what is heard in it
 * @param speaker whom or what it must not be separated from by a split
 * @param source where it comes from
 * @param licence on what terms
 */
public record ClipFacts(
        Optional<String> label, Optional<String> speaker, Optional<String> source, Optional<String> licence) {
    /** Nothing is told. */
    public static final ClipFacts NONE =
            new ClipFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LONGEST = 200;

    /** @throws StoreException {@link StoreError#INVALID} for a text that is blank, longer than 200 characters or has control characters */
    public ClipFacts {
        Stream.of(label, speaker, source, licence).flatMap(Optional::stream).forEach(ClipFacts::require);
    }

    /** A label and nothing else. */
    public static ClipFacts labelled(String label) {
        return new ClipFacts(Optional.of(label), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** These facts, and those of {@code others} where these are silent. */
    public ClipFacts or(ClipFacts others) {
        return new ClipFacts(
                label.or(others::label),
                speaker.or(others::speaker),
                source.or(others::source),
                licence.or(others::licence));
    }

    private static void require(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new StoreException(
                    StoreError.INVALID,
                    "a label, speaker, source or licence is 1 to %d characters on one line; got %d"
                            .formatted(LONGEST, text.length()));
        }
    }
}
