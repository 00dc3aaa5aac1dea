package dev.hearken.core.evaluation;

import dev.hearken.core.model.OperatingPoint;
import java.util.Locale;

/**
 * What one threshold costs on a stream.
 *
 * @param threshold a label is detected where its score reaches it; above 1 where nothing must be
 * @param missed events whose score never reaches it, among all
 * @param alarms detections in audio without the event
 */
public record DetectionPoint(double threshold, Proportion missed, AlarmRate alarms) {
    /** The same for a model file. A threshold above 1 is kept as 1, the highest a probability can be asked for. */
    public OperatingPoint toOperatingPoint(String label) {
        return new OperatingPoint(
                label,
                Math.min(1, threshold),
                (int) missed.successes(),
                (int) missed.trials(),
                alarms.falseAlarms(),
                alarms.hours());
    }

    /** {@code FRR 4.1 % (37/903) at 0.50 FAH (12 in 24.0 h)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FRR %.1f %% (%d/%d) at %s",
                100 * missed.value(),
                missed.successes(),
                missed.trials(),
                alarms);
    }
}
