package dev.hearken.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How clean a label's answers are, the more of its clips are to be found: precision against recall, over all thresholds.
 *
 * <p>As in scikit-learn's {@code precision_recall_curve} and {@code average_precision_score}: the average is {@code Σ (Rₙ - Rₙ₋₁) Pₙ},
 * without interpolation, which would flatter.
 *
 * @param averagePrecision in [0, 1]; a score that knows nothing gets the share of positives
 * @param points from the highest threshold to the lowest
 * @param positives how many clips are of the label
 * @param negatives how many are not
 */
public record PrecisionRecallCurve(double averagePrecision, List<Point> points, int positives, int negatives) {
    /**
     * What one threshold gives.
     *
     * @param threshold the label is answered at or above it
     * @param recall the share of positives at or above it
     * @param precision the share of positives among what is at or above it
     */
    public record Point(double threshold, double recall, double precision) {}

    private record Score(double value, boolean positive) {}

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /** The curve of these scores, at least one of positives; higher speaks for the label. */
    public static PrecisionRecallCurve of(double[] positives, double[] negatives) {
        if (positives.length == 0) {
            throw new IllegalArgumentException("no positives; at least one is needed");
        }
        List<Score> scores = Stream.concat(
                        DoubleStream.of(positives).mapToObj(value -> new Score(value, true)),
                        DoubleStream.of(negatives).mapToObj(value -> new Score(value, false)))
                .sorted(Comparator.comparingDouble(Score::value).reversed())
                .toList();
        List<Point> points = new ArrayList<>();
        double average = 0;
        double recall = 0;
        int hits = 0;
        for (int i = 0; i < scores.size(); i++) {
            hits += scores.get(i).positive() ? 1 : 0;
            boolean lastOfEquals = i + 1 == scores.size()
                    || scores.get(i + 1).value() != scores.get(i).value();
            if (lastOfEquals) {
                Point point = new Point(scores.get(i).value(), (double) hits / positives.length, hits / (i + 1.0));
                average += (point.recall() - recall) * point.precision();
                recall = point.recall();
                points.add(point);
            }
        }
        return new PrecisionRecallCurve(average, points, positives.length, negatives.length);
    }
}
