package dev.hearken.lab.report;

import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.OpenSetScore;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure that stands large at the top of the page.
 *
 * @param name what it is
 * @param value the number
 * @param detail what it is a share of, and its interval
 */
record Fact(String name, String value, String detail) {
    static List<Fact> of(Report report) {
        List<Fact> facts = new ArrayList<>();
        report.measured().ifPresent(measured -> addMeasured(facts, measured));
        report.cost().ifPresent(cost -> addCost(facts, cost));
        if (facts.isEmpty()) {
            facts.add(new Fact(
                    "Clips",
                    Numerals.count(report.data().loaded().clips().size()),
                    Numerals.duration(report.data().seconds()) + " of sound"));
        }
        return facts;
    }

    private static void addMeasured(List<Fact> facts, Measured measured) {
        Evaluation evaluation = measured.evaluation();
        long clips = evaluation.accuracy().trials();
        facts.add(new Fact(
                "Accuracy",
                Numerals.percent(evaluation.accuracy().value()),
                "%s of %s clips; 95 %% interval %s"
                        .formatted(
                                Numerals.count(evaluation.accuracy().successes()),
                                Numerals.count(clips),
                                Numerals.percent(evaluation.accuracy().wilson()))));
        facts.add(new Fact(
                "Balanced accuracy",
                Numerals.percent(evaluation.balancedAccuracy()),
                "every label counts the same; 95 % interval "
                        + Numerals.percent(evaluation.intervals().balancedAccuracy())));
        evaluation
                .auc()
                .ifPresent(auc -> facts.add(new Fact(
                        "AUC",
                        Numerals.of("%.3f", auc),
                        measured.labels().size() > 2
                                ? "each label against the rest, averaged"
                                : "one label against the other")));
        facts.add(new Fact(
                "Calibration error",
                Numerals.percent(evaluation.calibration().value()),
                "how far certainty is from being right, over %s clips".formatted(Numerals.count(clips))));
        evaluation.openSet().ifPresent(open -> addOpenSet(facts, open));
    }

    private static void addOpenSet(List<Fact> facts, OpenSetScore open) {
        facts.add(new Fact(
                "Unknown sounds",
                Numerals.of("%.3f", open.auroc()),
                "AUROC of known against unknown; %s of the unknown turned away, %s of the known let in"
                        .formatted(open.rejected(), open.accepted())));
    }

    private static void addCost(List<Fact> facts, Cost cost) {
        facts.add(new Fact("Model file", Numerals.size(cost.sizeBytes()), "everything inside, from samples to answer"));
        facts.add(new Fact(
                "Time for an answer",
                Numerals.of("%.2f ms", cost.medianMillis()),
                Numerals.of(
                        "median of %d runs on %.1f s of sound, one thread; nine in ten within %.2f ms",
                        cost.runs(), cost.audioSeconds(), cost.p90Millis())));
    }
}
