package dev.hearken.lab.alignment;

import java.util.List;

/** What became of a recording and its transcript: word times, or why there are none. */
public sealed interface Alignment {
    /**
     * The words in the order they are said; a word the aligner could not place is missing.
     *
     * @param words not empty
     */
    record Aligned(List<WordTime> words) implements Alignment {
        public Aligned {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("an alignment has at least one word");
            }
        }
    }

    /** It does not work out: the transcript may be another recording's. */
    record NotAligned(String reason) implements Alignment {}
}
