package dev.hearken.store.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person said of an answer, or of one that did not come.
 *
 * @param id a UUID
 * @param project whose model it is about
 * @param prediction the answer it is about, if it was logged
 * @param kind what was wrong
 * @param label what would have been right, if that was said
 * @param clip the project's number of the recording that came with it, if one did
 * @param at when
 */
public record Feedback(
        String id,
        String project,
        Optional<String> prediction,
        Kind kind,
        Optional<String> label,
        Optional<Integer> clip,
        Instant at) {
    /** What was wrong. */
    public enum Kind {
        /** Another label is right. */
        LABEL,
        /** Nothing was heard where there was something. */
        MISS,
        /** Something was heard where there was nothing. */
        FALSE_ALARM
    }
}
