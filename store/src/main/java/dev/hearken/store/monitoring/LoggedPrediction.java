package dev.hearken.store.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer a model gave.
 *
 * @param id a UUID
 * @param project whose model
 * @param version which version of it
 * @param source how it was asked, such as {@code api} or {@value #STREAM}
 * @param file what the recording was called
 * @param label the answer
 * @param probability of the answer
 * @param latencyMicros from the received bytes to the probabilities
 * @param durationSeconds how long the recording is
 * @param sound what the recording is like; empty if it was not measured
 * @param audioSha256 under which the recording itself is kept; empty if it is not
 * @param at when
 */
public record LoggedPrediction(
        String id,
        String project,
        int version,
        String source,
        String file,
        String label,
        double probability,
        long latencyMicros,
        double durationSeconds,
        Optional<SoundFigures> sound,
        Optional<String> audioSha256,
        Instant at) {
    /** The source of what was detected on a stream: above a threshold only, and so not to be compared with answers to clips. */
    public static final String STREAM = "stream";
}
