package dev.hearken.core.evaluation;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.task.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a detector is worth, measured on streams: for people and for programs.
 *
 * @param label that was to be detected
 * @param points for each wanted number of false alarms an hour the threshold that costs no more on these very streams
 * @param own what the model's own thresholds, set on other audio, cost here
 * @param latencySeconds the median time from the end of what was said to its detection; empty if nothing was detected
 * @param latencyAt wanted false alarms an hour at which the latency was measured
 */
public record DetectionReport(
        Label label, List<Wanted> points, List<Own> own, OptionalDouble latencySeconds, double latencyAt) {
    /**
     * A wanted number of false alarms.
     *
     * @param falseAlarmsPerHour wanted
     * @param point the threshold for it, and its cost
     */
    public record Wanted(double falseAlarmsPerHour, DetectionPoint point) {}

    /**
     * A threshold of the model.
     *
     * @param promised what the model file says it costs
     * @param point what it costs here
     */
    public record Own(OperatingPoint promised, DetectionPoint point) {}

    public DetectionReport {
        points = List.copyOf(points);
        own = List.copyOf(own);
    }

    /**
     * The figures of these scores.
     *
     * @param events those whose probabilities the scores hold, for the latency
     * @param operatingPoints of the model; those of other labels are left out
     * @param wanted false alarms an hour, at least one; the latency is measured at the second, or at the only one
     * @throws IllegalStateException without an event or without a stream
     */
    public static DetectionReport of(
            Label label,
            DetectionScores scores,
            List<EventScores> events,
            DetectionRule rule,
            List<OperatingPoint> operatingPoints,
            List<Double> wanted) {
        List<Wanted> points = wanted.stream()
                .map(falseAlarms -> new Wanted(falseAlarms, scores.at(falseAlarms)))
                .toList();
        Wanted middle = points.get(Math.min(1, points.size() - 1));
        double[] latencies = events.stream()
                .map(event -> event.latencySeconds(rule, middle.point().threshold()))
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        List<Own> own = operatingPoints.stream()
                .filter(point -> point.label().equals(label.name()))
                .map(point -> new Own(point, scores.atThreshold(point.threshold())))
                .toList();
        return new DetectionReport(label, points, own, median(latencies), middle.falseAlarmsPerHour());
    }

    private static OptionalDouble median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        sorted.length % 2 == 1
                                ? sorted[half]
                                : Arrays.stream(sorted, half - 1, half + 1).sum() / 2);
    }

    /** For programs: {@code events}, {@code hours}, {@code points}, {@code operating_points}, {@code latency_s}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        DetectionPoint any = points.get(0).point();
        json.put("label", label.name());
        json.put("events", any.missed().trials());
        json.put("hours", any.alarms().hours());
        ArrayNode wanted = json.putArray("points");
        points.forEach(point -> write(wanted.addObject().put("fah", point.falseAlarmsPerHour()), point.point()));
        ArrayNode models = json.putArray("operating_points");
        own.forEach(one -> write(models.addObject().put("fah", promised(one.promised())), one.point()));
        latencySeconds.ifPresentOrElse(latency -> json.put("latency_s", latency), () -> json.putNull("latency_s"));
        json.put("latency_at_fah", latencyAt);
        return json;
    }

    private static void write(ObjectNode json, DetectionPoint point) {
        json.put("frr", point.missed().value());
        write(json.putArray("frr_ci95"), point.missed().wilson());
        json.put("threshold", point.threshold());
        json.put("missed", point.missed().successes());
        json.put("false_alarms", point.alarms().falseAlarms());
        json.put("fah_measured", point.alarms().value());
        write(json.putArray("fah_ci95"), point.alarms().poisson());
    }

    private static void write(ArrayNode json, Interval interval) {
        json.add(interval.low()).add(interval.high());
    }

    private static double promised(OperatingPoint point) {
        return point.negativeHours() == 0 ? 0 : point.falseAlarms() / point.negativeHours();
    }

    /** For people, one line a figure. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Wanted wanted : points) {
            text.append("at most %s FAH: %s%n".formatted(wanted.falseAlarmsPerHour(), line(wanted.point())));
        }
        for (Own one : own) {
            text.append("the model's own threshold, said to cost %.2f FAH: %s%n"
                    .formatted(promised(one.promised()), line(one.point())));
        }
        latencySeconds.ifPresent(latency -> text.append(String.format(
                Locale.ROOT,
                "detected %.2f s after the end of what was said (median, at %s FAH)%n",
                latency,
                latencyAt)));
        return text.toString().stripTrailing();
    }

    private static String line(DetectionPoint point) {
        Interval rate = point.alarms().poisson();
        return String.format(
                Locale.ROOT,
                "%s; 95 %% CI %s and %.2f-%.2f FAH; threshold %.4f",
                point,
                point.missed().wilson().toPercent(),
                rate.low(),
                rate.high(),
                point.threshold());
    }
}
