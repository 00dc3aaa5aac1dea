package dev.hearken.core.model;

/**
 * A threshold with what it was measured to cost.
 *
 * @param label the label the threshold is for
 * @param threshold a probability in [0, 1]; the label is reported at or above it
 * @param missedEvents events with a lower score, out of {@code events}
 * @param events how many events were measured
 * @param falseAlarms detections in audio without the event
 * @param negativeHours hours of that audio
 */
public record OperatingPoint(
        String label, double threshold, int missedEvents, int events, int falseAlarms, double negativeHours) {
    public OperatingPoint {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in [0, 1], got " + threshold);
        }
        if (missedEvents < 0 || missedEvents > events) {
            throw new IllegalArgumentException("missed " + missedEvents + " of " + events + " events");
        }
        if (falseAlarms < 0 || !(negativeHours >= 0)) {
            throw new IllegalArgumentException(falseAlarms + " false alarms in " + negativeHours + " hours");
        }
    }
}
