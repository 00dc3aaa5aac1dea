package dev.hearken.core.model;

import java.util.Map;

/**
 * Everything needed to train the same model again.
 *
 * @param recipe the recipe's name
 * @param settings the resolved settings, by dotted key
 * @param seed what every random choice was drawn from
 * @param datasetDigest SHA-256 of the frozen list of clips
 * @param clips how many clips were trained on, synthesized ones included
 * @param versions library versions, by name
 * @param createdAt when training ended, ISO-8601 in UTC
 */
public record Provenance(
        String recipe,
        Map<String, String> settings,
        long seed,
        String datasetDigest,
        int clips,
        Map<String, String> versions,
        String createdAt) {
    public Provenance {
        settings = Map.copyOf(settings);
        versions = Map.copyOf(versions);
    }
}
