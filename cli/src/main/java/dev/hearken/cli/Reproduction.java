package dev.hearken.cli;

import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a training that was done again is from the first.
 *
 * @param first the first's record
 * @param again the second's
 * @param models how the models differ; empty if the first one's is gone
 */
record Reproduction(RecordedRun first, RecordedRun again, Optional<Difference> models) {
    /**
     * How two models differ.
     *
     * @param sameGraph whether they are equal byte for byte but for what they say of themselves, such as the date
     * @param clips how many clips both answered
     * @param largest the largest difference of a probability
     * @param otherAnswers clips to which they gave different answers
     */
    record Difference(boolean sameGraph, int clips, double largest, int otherAnswers) {
        static Difference of(
                ModelFile first, ModelFile again, List<ScoredClip> firstScores, List<ScoredClip> againScores) {
            double largest = 0;
            int otherAnswers = 0;
            for (int i = 0; i < firstScores.size(); i++) {
                double[] one = firstScores.get(i).probabilities();
                double[] other = againScores.get(i).probabilities();
                for (int label = 0; label < one.length; label++) {
                    largest = Math.max(largest, Math.abs(one[label] - other[label]));
                }
                otherAnswers +=
                        firstScores.get(i).predicted() == againScores.get(i).predicted() ? 0 : 1;
            }
            boolean sameGraph = again.withMetadata(first.metadata()).digest().equals(first.digest());
            return new Difference(sameGraph, firstScores.size(), largest, otherAnswers);
        }
    }

    static Reproduction of(
            RecordedRun first,
            RecordedRun again,
            Optional<ModelFile> model,
            RecordedTraining.Result result,
            Optional<Protocol> protocol) {
        return new Reproduction(
                first,
                again,
                model.map(before -> Difference.of(
                        before,
                        result.model(),
                        result.clips().score(before, protocol),
                        result.clips().score(result.model(), protocol))));
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("run", first.run().id());
        properties.put("again", again.run().id());
        properties.put("same_data", first.run().dataSha256().equals(again.run().dataSha256()));
        properties.put(
                "versions",
                differing(first.run().inputs().versions(), again.run().inputs().versions()));
        models.ifPresent(difference -> {
            properties.put("same_graph", difference.sameGraph());
            properties.put("clips", difference.clips());
            properties.put("largest_probability_difference", difference.largest());
            properties.put("other_answers", difference.otherAnswers());
        });
        properties.put("figures", sideBySide(first.figures(), again.figures()));
        return properties;
    }

    List<String> inWords() {
        List<String> lines = new ArrayList<>();
        lines.add("run %s, done again as %s"
                .formatted(first.run().id(), again.run().id()));
        boolean sameData = first.run().dataSha256().equals(again.run().dataSha256());
        lines.add(sameData ? "the same recordings" : "OTHER recordings");
        differing(first.run().inputs().versions(), again.run().inputs().versions())
                .forEach((what, pair) -> lines.add("%s was %s, is %s".formatted(what, pair.get(0), pair.get(1))));
        lines.add(models.map(difference ->
                        "%s; on %d clips the largest difference of a probability is %.3g, %d other answers"
                                .formatted(
                                        difference.sameGraph()
                                                ? "the same model, byte for byte but for its date"
                                                : "another model",
                                        difference.clips(),
                                        difference.largest(),
                                        difference.otherAnswers()))
                .orElse("the first model is no longer where it was put, so the two were not compared"));
        sideBySide(first.figures(), again.figures())
                .forEach((name, pair) -> lines.add("  %-32s %-12s %s".formatted(name, pair.get(0), pair.get(1))));
        return lines;
    }

    private static <T> Map<String, List<T>> differing(Map<String, T> before, Map<String, T> after) {
        Map<String, List<T>> both = sideBySide(before, after);
        both.values().removeIf(pair -> pair.get(0).equals(pair.get(1)));
        return both;
    }

    private static <T> Map<String, List<T>> sideBySide(Map<String, T> before, Map<String, T> after) {
        Map<String, List<T>> both = new TreeMap<>();
        before.forEach((name, value) -> {
            T now = after.get(name);
            if (now != null) {
                both.put(name, List.of(value, now));
            }
        });
        return both;
    }
}
