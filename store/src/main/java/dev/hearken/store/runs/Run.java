package dev.hearken.store.runs;

import java.time.Instant;
import java.util.Optional;

/**
 * One training: what went in, what came out, how it ended.
 *
 * @param id a UUID
 * @param project whose model it trains; empty for training to a file
 * @param recipe what was trained
 * @param parametersJson the resolved settings: a JSON object
 * @param dataSha256 digest of the frozen list of clips, 64 hexadecimal digits; empty if it never got that far
 * @param state how it stands
 * @param metricsJson measured figures with denominators: a JSON object; empty while it runs, or if it failed
 * @param failure why it failed, in a sentence; empty unless it did
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it runs
 */
public record Run(
        String id,
        Optional<String> project,
        String recipe,
        String parametersJson,
        Optional<String> dataSha256,
        State state,
        Optional<String> metricsJson,
        Optional<String> failure,
        Instant startedAt,
        Optional<Instant> endedAt) {

    /** How a run stands. */
    public enum State {
        /** Not ended yet; or its process died before it could say so. */
        RUNNING,
        /** It came to its end. */
        FINISHED,
        /** It was told to stop, and kept the best model so far. */
        STOPPED,
        /** It could not go on. */
        FAILED
    }
}
