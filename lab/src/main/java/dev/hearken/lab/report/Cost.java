package dev.hearken.lab.report;

/**
 * What running a model takes.
 *
 * @param sizeBytes of the model file
 * @param audioSeconds how long the clip was
 * @param runs how often it was classified, one at a time, on one thread
 * @param medianMillis half of the runs took no longer
 * @param p90Millis nine of ten
 */
public record Cost(long sizeBytes, double audioSeconds, int runs, double medianMillis, double p90Millis) {
    public Cost {
        if (sizeBytes < 1 || runs < 1 || !(audioSeconds > 0)) {
            throw new IllegalArgumentException("%d bytes, %d runs on %s s".formatted(sizeBytes, runs, audioSeconds));
        }
    }
}
