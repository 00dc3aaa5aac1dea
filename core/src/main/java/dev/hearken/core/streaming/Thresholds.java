package dev.hearken.core.streaming;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.task.Label;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The score each label is detected at.
 *
 * @param byLabel thresholds; labels that have none are never detected
 */
public record Thresholds(Map<Label, Double> byLabel) {
    /** Labels that begin so are what else there is to hear, and no events. */
    private static final String NO_EVENT = "_";

    /** For a model that was never measured on streams. */
    private static final double UNMEASURED = 0.5;

    public Thresholds {
        byLabel.forEach((label, threshold) -> {
            if (!(threshold >= 0)) {
                throw new IllegalArgumentException("the threshold of " + label + " is " + threshold);
            }
        });
        byLabel = Map.copyOf(byLabel);
    }

    /** The model's own: each label's first operating point, or 0.5. */
    public static Thresholds of(ModelMetadata metadata) {
        return forEach(
                metadata,
                label -> points(metadata, label).stream()
                        .findFirst()
                        .map(OperatingPoint::threshold)
                        .orElse(UNMEASURED));
    }

    /** The same for every label. */
    public static Thresholds all(ModelMetadata metadata, double threshold) {
        return forEach(metadata, label -> threshold);
    }

    /**
     * Those of the operating points that were measured to cost at most so many false alarms an hour; of several the one that misses least.
     *
     * @throws HearkenException {@code NO_OPERATING_POINT} if a label has none
     */
    public static Thresholds at(ModelMetadata metadata, double falseAlarmsPerHour) {
        return forEach(
                metadata,
                label -> points(metadata, label).stream()
                        .filter(point -> point.falseAlarms() <= falseAlarmsPerHour * point.negativeHours() + 1e-9)
                        .min(Comparator.comparingDouble(OperatingPoint::threshold))
                        .map(OperatingPoint::threshold)
                        .orElseThrow(() -> none(metadata, label, falseAlarmsPerHour)));
    }

    /** The labels a model can detect: those that do not begin with {@code _}. */
    public static List<Label> events(ModelMetadata metadata) {
        return metadata.labels().names().stream()
                .filter(name -> !name.startsWith(NO_EVENT))
                .map(Label::new)
                .toList();
    }

    /** The threshold of a label, if it is to be detected. */
    Optional<Double> of(Label label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    private static Thresholds forEach(ModelMetadata metadata, Function<Label, Double> threshold) {
        Map<Label, Double> byLabel = new LinkedHashMap<>();
        events(metadata).forEach(label -> byLabel.put(label, threshold.apply(label)));
        return new Thresholds(byLabel);
    }

    private static List<OperatingPoint> points(ModelMetadata metadata, Label label) {
        return metadata.operatingPoints().stream()
                .filter(point -> point.label().equals(label.name()))
                .toList();
    }

    private static HearkenException none(ModelMetadata metadata, Label label, double wanted) {
        String known = points(metadata, label).stream()
                .map(point -> "%d in %.1f h".formatted(point.falseAlarms(), point.negativeHours()))
                .collect(Collectors.joining(", "));
        return HearkenException.user(
                "NO_OPERATING_POINT",
                "%s has no threshold measured at %s false alarms an hour or fewer; there are: %s. Ask for more, or give a threshold"
                        .formatted(label, wanted, known.isEmpty() ? "none" : known));
    }
}
