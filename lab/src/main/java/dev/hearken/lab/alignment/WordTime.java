package dev.hearken.lab.alignment;

/**
 * A word and when it is said.
 *
 * @param word in lower case
 * @param startSeconds from the beginning of the recording
 * @param endSeconds not before the start
 */
public record WordTime(String word, double startSeconds, double endSeconds) {
    public WordTime {
        if (!(startSeconds >= 0 && endSeconds >= startSeconds)) {
            throw new IllegalArgumentException("no word from %s s to %s s".formatted(startSeconds, endSeconds));
        }
    }
}
