package dev.hearken.lab.dataset;

/**
 * A stretch of a longer recording, in seconds from its beginning.
 *
 * @param startSeconds finite, not negative
 * @param endSeconds after the start; {@link #TO_THE_END} where the stretch ends with the recording
 */
public record Span(double startSeconds, double endSeconds) {
    /** The end of a stretch that reaches to the end of its recording. */
    public static final double TO_THE_END = Double.POSITIVE_INFINITY;

    public Span {
        if (!(startSeconds >= 0 && startSeconds < TO_THE_END && endSeconds > startSeconds)) {
            throw new IllegalArgumentException(
                    "no stretch of time from " + startSeconds + " s to " + endSeconds + " s");
        }
    }

    /** {@code 1.25-3.5 s}. */
    @Override
    public String toString() {
        return startSeconds + (endSeconds == TO_THE_END ? " s to the end" : "-" + endSeconds + " s");
    }
}
