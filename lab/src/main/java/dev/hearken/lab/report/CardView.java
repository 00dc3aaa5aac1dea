package dev.hearken.lab.report;

import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The model card as the page shows it.
 *
 * @param use what it is meant for and what not
 * @param about what it is and where it comes from, as lines of a list
 * @param settings every setting
 * @param licences what it was made from besides the user's own clips
 */
record CardView(IntendedUse use, List<Line> about, List<Line> settings, List<Licence> licences) {
    /** A term and what is to be said of it. */
    record Line(String term, String text) {
        private static List<Line> of(Map<String, String> lines) {
            return lines.entrySet().stream()
                    .map(line -> new Line(line.getKey(), line.getValue()))
                    .toList();
        }
    }

    boolean hasLicences() {
        return !licences.isEmpty();
    }

    static CardView of(Report report) {
        ModelCard card = report.card();
        Map<String, String> about = new LinkedHashMap<>();
        about.put("What it is", "A classifier of recipe %s: %s".formatted(card.recipe(), card.question()));
        card.model().ifPresent(model -> addModel(about, model));
        about.put(
                "Measured",
                report.measured()
                        .map(measured -> "%s; clips chosen by %s"
                                .formatted(measured.evaluation().accuracy(), measured.protocol()))
                        .orElse("not measured"));
        return new CardView(card.use(), Line.of(about), Line.of(card.settings()), card.licences());
    }

    private static void addModel(Map<String, String> about, ModelFile model) {
        ModelMetadata metadata = model.metadata();
        about.put("Answers", String.join(", ", metadata.labels().names()));
        about.put(
                "Listens to",
                Numerals.of(
                        "mono sound at %,d Hz, %.2f s at a time",
                        metadata.sampleRateHz(), (double) metadata.windowSamples() / metadata.sampleRateHz()));
        about.put(
                "Trained on",
                "%s clips, synthesized ones included; data %s"
                        .formatted(
                                Numerals.count(metadata.provenance().clips()),
                                metadata.provenance().datasetDigest()));
        about.put(
                "Trained at",
                metadata.provenance().createdAt() + ", seed "
                        + metadata.provenance().seed());
        about.put("Trained with", new TreeMap<>(metadata.provenance().versions()).toString());
        about.put("Model file", model.digest());
    }
}
