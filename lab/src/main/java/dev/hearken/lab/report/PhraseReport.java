package dev.hearken.lab.report;

import dev.hearken.core.evaluation.DetectionPoint;
import dev.hearken.core.evaluation.DetectionScores;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.phrase.TrainedPhrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One page about a detector: what each threshold costs, by strangers' judgement, and what it was made from. */
public final class PhraseReport {
    private static final List<Double> RATES = List.of(0.1, 0.5, 1.0, 2.0, 5.0);
    private static final int MOST_POINTS = 300;

    private PhraseReport() {}

    /** A row of the table: a number of false alarms, and what it costs in silence and in noise. */
    record Cost(
            String falseAlarms, String threshold, String clean, String cleanInterval, String noisy, boolean chosen) {
        static Cost of(TrainedPhrase trained, double falseAlarms, boolean chosen) {
            DetectionPoint clean = trained.judgement().at(falseAlarms);
            DetectionPoint noisy = trained.judgement().noisy().atThreshold(clean.threshold());
            return new Cost(
                    clean.alarms().toString(),
                    String.format(Locale.ROOT, "%.4f", clean.threshold()),
                    clean.missed().toString(),
                    clean.missed().wilson().toPercent(),
                    noisy.missed().toString(),
                    chosen);
        }
    }

    record Setting(String term, String text) {}

    record View(
            String phrase,
            String headline,
            List<Cost> costs,
            List<String> nearMisses,
            List<Setting> seconds,
            List<Setting> settings,
            List<Licence> licences,
            String style,
            String json,
            String libraries,
            String script) {}

    /** The page: one HTML document that needs no network. */
    public static String toHtml(TrainedPhrase trained) {
        ModelMetadata metadata = trained.model().metadata();
        double wanted = trained.judgement().falseAlarmsPerHour();
        List<Cost> costs = Stream.concat(Stream.of(wanted), RATES.stream().filter(rate -> rate != wanted))
                .sorted()
                .map(rate -> Cost.of(trained, rate, rate == wanted))
                .toList();
        View view = new View(
                metadata.operatingPoints().get(0).label(),
                trained.judgement().wanted().toString(),
                costs,
                trained.judgement().wantedNearMisses().map(Object::toString).stream()
                        .toList(),
                settings(trained.seconds()),
                settings(new TreeMap<>(metadata.provenance().settings())),
                metadata.licences(),
                PageParts.resource("report.css"),
                PageParts.inScript(toJson(trained).toString()),
                PageParts.libraries(),
                PageParts.resource("phrase.js"));
        return PageParts.fill("phrase.mustache", view);
    }

    /** The curves, for programs and for the page's plot: {@code clean} and {@code noisy}, each point with threshold, fah and frr. */
    public static ObjectNode toJson(TrainedPhrase trained) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("clean", curve(trained.judgement().clean()));
        json.set("noisy", curve(trained.judgement().noisy()));
        return json;
    }

    private static ArrayNode curve(DetectionScores scores) {
        ArrayNode curve = JsonNodeFactory.instance.arrayNode();
        List<DetectionPoint> points = scores.curve();
        int step = Math.max(1, points.size() / MOST_POINTS);
        for (int i = 0; i < points.size(); i += step) {
            DetectionPoint point = points.get(i);
            curve.addObject()
                    .put("threshold", point.threshold())
                    .put("fah", point.alarms().value())
                    .put("frr", point.missed().value());
        }
        return curve;
    }

    private static List<Setting> settings(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(entry -> new Setting(
                        String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT), String.valueOf(entry.getValue())))
                .toList();
    }
}
