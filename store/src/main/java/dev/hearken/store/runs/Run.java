package dev.hearken.store.runs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One training: what went in, what came out, how it ended.
 *
 * @param id a UUID
 * @param inputs what it was asked
 * @param dataSha256 digest of the frozen list of clips, 64 hexadecimal digits; empty if it never got that far
 * @param state how it stands
 * @param metricsJson measured figures with denominators: a JSON object; empty while it runs, or if it failed
 * @param failure why it failed, in a sentence; empty unless it did
 * @param startedAt when it began
 * @param endedAt when it ended; empty while it runs
 */
public record Run(
        String id,
        RunInputs inputs,
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

    /** The measured figures that are single numbers or intervals, by name: {@code accuracy}, {@code accuracy_ci95_low}. */
    public Map<String, Double> figures() {
        return metricsJson.map(RunFigures::of).orElse(Map.of());
    }
}
