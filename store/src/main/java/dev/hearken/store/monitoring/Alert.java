package dev.hearken.store.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is, or was, not as it should be.
 *
 * @param id a UUID
 * @param project whose trouble it is; empty for the system's
 * @param rule what must not be
 * @param value what was measured, in the rule's unit
 * @param threshold from which value on it is an alert
 * @param detail the same for people
 * @param raisedAt when it was found
 * @param endedAt when it was found gone; empty as long as it lasts
 */
public record Alert(
        String id,
        Optional<String> project,
        AlertRule rule,
        double value,
        double threshold,
        String detail,
        Instant raisedAt,
        Optional<Instant> endedAt) {

    /** What somebody is to be told of an alert. */
    public record Notice(String id, Alert alert, Kind kind, int attempts) {
        /** What is to be told. */
        public enum Kind {
            /** That it was raised. */
            RAISED,
            /** That it ended. */
            ENDED
        }
    }
}
