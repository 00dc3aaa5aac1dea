package dev.hearken.store.monitoring;

import java.time.Instant;

/**
 * An answer a model gave.
 *
 * @param id a UUID
 * @param project whose model
 * @param version which version of it
 * @param source how it was asked, such as {@code api}
 * @param file what the recording was called
 * @param label the answer
 * @param probability of the answer
 * @param latencyMicros from the received bytes to the probabilities
 * @param durationSeconds how long the recording is
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
        Instant at) {}
