package dev.hearken.core.evaluation;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation as JSON: snake_case keys, shares in [0, 1], intervals as {@code [low, high]}. */
final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    static ObjectNode of(String protocol, Evaluation evaluation) {
        ObjectNode json = NODES.objectNode();
        json.put("protocol", protocol);
        json.put("n", evaluation.accuracy().trials());
        json.put("correct", evaluation.accuracy().successes());
        json.put("accuracy", evaluation.accuracy().value());
        json.set("accuracy_ci95", interval(evaluation.accuracy().wilson()));
        putAverages(json, evaluation);
        evaluation.auc().ifPresent(auc -> json.put("auc", auc));
        evaluation.intervals().auc().ifPresent(auc -> json.set("auc_ci95", interval(auc)));
        evaluation.openSet().ifPresent(score -> putOpenSet(json, score));
        json.put("negative_log_likelihood", evaluation.negativeLogLikelihood());
        json.put("ece", evaluation.calibration().value());
        json.put("ece_before_calibration", evaluation.calibrationBefore().value());
        json.set("reliability", reliability(evaluation.calibration()));
        json.set("bootstrap", bootstrap(evaluation.intervals()));
        ArrayNode labels = json.putArray("labels");
        evaluation.labels().names().forEach(labels::add);
        json.set("confusion", confusion(evaluation.confusion()));
        json.set("per_label", perLabel(evaluation.confusion()));
        putGroups(json, evaluation);
        return json;
    }

    private static void putOpenSet(ObjectNode json, OpenSetScore score) {
        json.put("unknown_auroc", score.auroc());
        json.put("known_accepted", score.accepted().successes());
        json.put("known_n", score.accepted().trials());
        json.put("unknown_rejected", score.rejected().successes());
        json.put("unknown_n", score.rejected().trials());
    }

    private static void putAverages(ObjectNode json, Evaluation evaluation) {
        Evaluation.Intervals intervals = evaluation.intervals();
        json.set("accuracy_bootstrap_ci95", interval(intervals.accuracy()));
        put(json, "balanced_accuracy", evaluation.balancedAccuracy(), intervals.balancedAccuracy());
        put(json, "macro_precision", evaluation.macro().precision(), intervals.macroPrecision());
        put(json, "macro_recall", evaluation.macro().recall(), intervals.macroRecall());
        put(json, "macro_f1", evaluation.macro().f1(), intervals.macroF1());
        put(json, "weighted_precision", evaluation.weighted().precision(), intervals.weightedPrecision());
        put(json, "weighted_recall", evaluation.weighted().recall(), intervals.weightedRecall());
        put(json, "weighted_f1", evaluation.weighted().f1(), intervals.weightedF1());
    }

    private static void put(ObjectNode json, String name, double value, Interval interval) {
        json.put(name, value);
        json.set(name + "_ci95", interval(interval));
    }

    private static void putGroups(ObjectNode json, Evaluation evaluation) {
        ArrayNode groups = json.putArray("groups");
        evaluation.groups().forEach(score -> groups.add(group(score)));
        evaluation.meanGroupAccuracy().ifPresent(mean -> json.put("mean_group_accuracy", mean));
        evaluation.worstGroup().ifPresent(worst -> json.set("worst_group", group(worst)));
    }

    private static ObjectNode group(GroupScore score) {
        ObjectNode json = NODES.objectNode();
        json.put("group", score.group());
        json.put("n", score.accuracy().trials());
        json.put("correct", score.accuracy().successes());
        json.put("accuracy", score.accuracy().value());
        json.set("accuracy_ci95", interval(score.accuracy().wilson()));
        return json;
    }

    private static ArrayNode confusion(ConfusionMatrix confusion) {
        ArrayNode rows = NODES.arrayNode();
        int labels = confusion.labels().size();
        for (int truth = 0; truth < labels; truth++) {
            ArrayNode row = rows.addArray();
            for (int answer = 0; answer < labels; answer++) {
                row.add(confusion.count(truth, answer));
            }
        }
        return rows;
    }

    private static ArrayNode perLabel(ConfusionMatrix confusion) {
        ArrayNode rows = NODES.arrayNode();
        for (int label = 0; label < confusion.labels().size(); label++) {
            ObjectNode row = rows.addObject();
            row.put("label", confusion.labels().get(label).name());
            row.put("n", confusion.support(label));
            row.put("precision", confusion.precision(label));
            row.put("recall", confusion.recall(label));
            row.put("f1", confusion.f1(label));
        }
        return rows;
    }

    private static ArrayNode reliability(CalibrationError calibration) {
        ArrayNode bins = NODES.arrayNode();
        for (CalibrationError.Bin bin : calibration.bins()) {
            ObjectNode row = bins.addObject();
            row.put("low", bin.low());
            row.put("high", bin.high());
            row.put("n", bin.n());
            row.put("accuracy", bin.accuracy());
            row.put("confidence", bin.confidence());
        }
        return bins;
    }

    private static ObjectNode bootstrap(Evaluation.Intervals intervals) {
        ObjectNode json = NODES.objectNode();
        json.put("unit", intervals.unit() == Bootstrap.Unit.GROUP ? "group" : "clip");
        json.put("resamples", intervals.bootstrap().resamples());
        json.put("seed", intervals.bootstrap().seed());
        return json;
    }

    private static ArrayNode interval(Interval interval) {
        return NODES.arrayNode().add(interval.low()).add(interval.high());
    }
}
