package dev.hearken.store.jobs;

import java.util.Optional;

/**
 * What is to be done.
 *
 * @param kind what it is about
 * @param project whose clips and models are concerned
 * @param settingsJson what was asked for beyond the defaults: a JSON object, understood by whoever does the work
 * @param limits how much may be spent on it
 */
public record JobRequest(JobKind kind, Optional<String> project, String settingsJson, JobLimits limits) {
    /** Work on a project within the standard limits. */
    public static JobRequest of(JobKind kind, String project, String settingsJson) {
        return new JobRequest(kind, Optional.of(project), settingsJson, JobLimits.STANDARD);
    }
}
