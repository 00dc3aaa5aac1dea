package dev.hearken.lab.report;

import dev.hearken.core.evaluation.CertaintyHistogram;
import dev.hearken.core.evaluation.DetCurve;
import dev.hearken.core.evaluation.Detectability;
import dev.hearken.core.evaluation.Interval;
import dev.hearken.core.evaluation.PrecisionRecallCurve;
import dev.hearken.core.evaluation.RocCurve;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is measured over all thresholds, certainties and kinds of clip, as JSON. */
final class CurvesJson {
    /** More points than a picture can show; of a longer curve as many are taken, evenly, both ends among them. */
    private static final int MOST_POINTS = 200;

    private CurvesJson() {}

    static void put(ObjectNode json, Measured measured) {
        ArrayNode curves = json.putArray("curves");
        measured.curves().forEach((label, curve) -> curves.add(curve(label, curve)));
        json.set("certainty", certainty(measured.certainty()));
        ArrayNode quartiles = json.putArray("quartiles");
        measured.quartiles().forEach(of -> quartiles.add(quartiles(of)));
    }

    private static ObjectNode curve(String label, Detectability curve) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("label", label);
        json.put("positives", curve.precisionRecall().positives());
        json.put("negatives", curve.precisionRecall().negatives());
        json.put("auc", curve.roc().area());
        json.put("equal_error_rate", curve.roc().equalErrorRate());
        json.put("average_precision", curve.precisionRecall().averagePrecision());
        ArrayNode roc = json.putArray("roc");
        for (RocCurve.Point point : thinned(curve.roc().points())) {
            roc.addObject().put("false_alarms", point.falseAlarmRate()).put("hits", 1 - point.missRate());
        }
        ArrayNode precisionRecall = json.putArray("precision_recall");
        for (PrecisionRecallCurve.Point point : thinned(curve.precisionRecall().points())) {
            precisionRecall.addObject().put("recall", point.recall()).put("precision", point.precision());
        }
        ArrayNode det = json.putArray("det");
        for (DetCurve.Point point : thinned(curve.det().points())) {
            det.addObject()
                    .put("false_alarms", point.falseAlarmRate())
                    .put("misses", point.missRate())
                    .put("false_alarm_deviate", point.falseAlarmDeviate())
                    .put("miss_deviate", point.missDeviate());
        }
        return json;
    }

    private static ArrayNode certainty(CertaintyHistogram histogram) {
        ArrayNode bins = JsonNodeFactory.instance.arrayNode();
        for (CertaintyHistogram.Bin bin : histogram.bins()) {
            bins.addObject()
                    .put("low", bin.low())
                    .put("high", bin.high())
                    .put("right", bin.right())
                    .put("wrong", bin.wrong());
        }
        return bins;
    }

    private static ObjectNode quartiles(Quartiles quartiles) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("measure", quartiles.measure().name().toLowerCase(Locale.ROOT));
        json.put("unit", quartiles.measure().unit());
        json.put("unknown", quartiles.unknown());
        ArrayNode parts = json.putArray("parts");
        for (Quartiles.Part part : quartiles.parts()) {
            Interval interval = part.accuracy().wilson();
            parts.addObject()
                    .put("low", part.low())
                    .put("high", part.high())
                    .put("correct", part.accuracy().successes())
                    .put("n", part.accuracy().trials())
                    .putArray("accuracy_ci95")
                    .add(interval.low())
                    .add(interval.high());
        }
        return json;
    }

    private static <T> List<T> thinned(List<T> points) {
        int last = points.size() - 1;
        return points.size() <= MOST_POINTS
                ? points
                : IntStream.range(0, MOST_POINTS)
                        .mapToObj(i -> points.get((int) ((long) i * last / (MOST_POINTS - 1))))
                        .toList();
    }
}
