package dev.hearken.store.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A recording that belongs to a project.
 *
 * @param project the project's name
 * @param number 1 for the project's first, then one more each time; never used again
 * @param sha256 of the file, under which the sound store has it
 * @param name what the file was called, without folders
 * @param facts what a person tells of it
 * @param sound what is measured of it
 * @param warnings what may be wrong with it
 * @param part the side of the frozen split it stands on; empty until the test set was frozen
 * @param excluded whether it is left out of training and judging
 * @param deleted whether it was deleted, and can still be taken back
 * @param addedAt when it came
 */
public record ProjectClip(
        String project,
        int number,
        String sha256,
        String name,
        ClipFacts facts,
        Sound sound,
        Set<ClipWarning> warnings,
        Optional<Part> part,
        boolean excluded,
        boolean deleted,
        Instant addedAt) {

    public ProjectClip {
        warnings = Set.copyOf(warnings);
    }

    /**
     * What is measured of a recording.
     *
     * @param sha256 of its rate and samples, whatever the format
     * @param format container and coding: {@code wav pcm_s16}
     * @param peak largest magnitude, full scale 1
     * @param rms root mean square, full scale 1
     */
    public record Sound(
            String sha256, String format, int sampleRateHz, double durationSeconds, double peak, double rms) {}

    /** The side of the frozen split. */
    public enum Part {
        /** Learned from. */
        TRAIN,
        /** Judged by, and never learned from. */
        TEST
    }
}
