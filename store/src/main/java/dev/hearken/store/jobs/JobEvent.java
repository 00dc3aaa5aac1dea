package dev.hearken.store.jobs;

import java.time.Instant;

/**
 * Something that happened to a job.
 *
 * @param number 1 for the job's first, then one more each time
 * @param kind what sort of thing
 * @param body a state's name in lower case, a JSON object of figures, or a line of text
 * @param at when
 */
public record JobEvent(long number, Kind kind, String body, Instant at) {
    /** What sort of thing happened. */
    public enum Kind {
        /** It came into another state. */
        STATE,
        /** It told how far it is. */
        PROGRESS,
        /** It said something. */
        LOG
    }
}
