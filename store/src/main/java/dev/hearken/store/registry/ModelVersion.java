package dev.hearken.store.registry;

import dev.hearken.core.task.LabelSet;
import java.time.Instant;

/**
 * One trained model of a project, as the registry knows it without opening the file. It never changes.
 *
 * @param project the project's name
 * @param number 1 for the project's first version, then one more each time
 * @param sha256 digest of the model file, 64 hexadecimal digits in lower case
 * @param sizeBytes the length of the model file
 * @param origin how it came here
 * @param summary what the file says of itself
 * @param createdAt when it was registered
 */
public record ModelVersion(
        String project, int number, String sha256, long sizeBytes, Origin origin, Summary summary, Instant createdAt) {

    /**
     * The part of a model's metadata that lists show.
     *
     * @param labels the answers, in the order of the output
     * @param sampleRateHz the rate the model listens at
     * @param windowSamples how much audio one answer is about, in samples
     * @param metricsJson measured figures with denominators, as the evaluation wrote them: a JSON object
     */
    public record Summary(LabelSet labels, int sampleRateHz, int windowSamples, String metricsJson) {}
}
