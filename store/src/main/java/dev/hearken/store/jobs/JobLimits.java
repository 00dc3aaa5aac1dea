package dev.hearken.store.jobs;

import java.time.Duration;

/**
 * How much may be spent on a job.
 *
 * @param maxAttempts how often it is begun before it is given up, when workers die over it; from 1 to 100
 * @param maxDuration how long one attempt may take, positive
 */
public record JobLimits(int maxAttempts, Duration maxDuration) {
    /** A crash may be chance, three are not; a training of more than six hours on this machine is a mistake. */
    public static final JobLimits STANDARD = new JobLimits(3, Duration.ofHours(6));

    public JobLimits {
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("maxAttempts must be from 1 to 100, got " + maxAttempts);
        }
        if (maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("maxDuration must be positive, got " + maxDuration);
        }
    }
}
