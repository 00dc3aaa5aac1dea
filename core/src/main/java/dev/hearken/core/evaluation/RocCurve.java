package dev.hearken.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a score tells one label from the rest, over all thresholds.
 *
 * <p>Built from the scores of positive and negative clips, at least one of each.
 */
public final class RocCurve {
    /** One score; whether its clip is of the label. */
    private record Score(double value, boolean positive) {}

    /**
     * What one threshold costs.
     *
     * @param threshold the label is answered at or above it; infinite where it never is
     * @param falseAlarmRate the share of negatives at or above it
     * @param missRate the share of positives below it
     */
    public record Point(double threshold, double falseAlarmRate, double missRate) {}

    private final double area;
    private final double equalErrorRate;
    private final List<Point> points;

    private RocCurve(double area, double equalErrorRate, List<Point> points) {
        this.area = area;
        this.equalErrorRate = equalErrorRate;
        this.points = List.copyOf(points);
    }

    /** The curve of these scores; higher speaks for the label. */
    public static RocCurve of(double[] positives, double[] negatives) {
        if (positives.length == 0 || negatives.length == 0) {
            throw new IllegalArgumentException("%d positives and %d negatives; at least one of each is needed"
                    .formatted(positives.length, negatives.length));
        }
        Score[] scores = new Score[positives.length + negatives.length];
        for (int i = 0; i < scores.length; i++) {
            boolean positive = i < positives.length;
            scores[i] = new Score(positive ? positives[i] : negatives[i - positives.length], positive);
        }
        Arrays.sort(scores, Comparator.comparingDouble(Score::value).reversed());
        return walk(scores, positives.length, negatives.length);
    }

    /** Lowers the threshold past one distinct score after another; equal scores are passed together, along a slanted line. */
    private static RocCurve walk(Score[] scores, int positives, int negatives) {
        double area = 0;
        double equal = Double.NaN;
        List<Point> points = new ArrayList<>(List.of(new Point(Double.POSITIVE_INFINITY, 0, 1)));
        double missed = 1;
        double falseAlarms = 0;
        int hits = 0;
        int next = 0;
        while (next < scores.length) {
            double beforeMissed = missed;
            double beforeFalse = falseAlarms;
            double threshold = scores[next].value();
            while (next < scores.length && scores[next].value() == threshold) {
                hits += scores[next++].positive() ? 1 : 0;
            }
            missed = 1 - (double) hits / positives;
            falseAlarms = (double) (next - hits) / negatives;
            area += (falseAlarms - beforeFalse) * (1 - (missed + beforeMissed) / 2);
            if (Double.isNaN(equal) && missed <= falseAlarms) {
                double gapBefore = beforeMissed - beforeFalse;
                double part = gapBefore / (gapBefore - (missed - falseAlarms));
                equal = beforeFalse + part * (falseAlarms - beforeFalse);
            }
            points.add(new Point(threshold, falseAlarms, missed));
        }
        return new RocCurve(area, equal, corners(points));
    }

    /** The points without those halfway along a level or upright stretch, which draw the same line. */
    private static List<Point> corners(List<Point> points) {
        return IntStream.range(0, points.size())
                .filter(i -> i == 0
                        || i == points.size() - 1
                        || !onOneLine(points.get(i - 1), points.get(i), points.get(i + 1)))
                .mapToObj(points::get)
                .toList();
    }

    private static boolean onOneLine(Point before, Point point, Point after) {
        boolean level = before.missRate() == point.missRate() && point.missRate() == after.missRate();
        boolean upright =
                before.falseAlarmRate() == point.falseAlarmRate() && point.falseAlarmRate() == after.falseAlarmRate();
        return level || upright;
    }

    /** The area under the curve: the chance that a positive scores above a negative, ties counting half. */
    public double area() {
        return area;
    }

    /** The rate at which misses and false alarms are equally frequent, on the straight line between neighbouring thresholds. */
    public double equalErrorRate() {
        return equalErrorRate;
    }

    /** The corners of the curve, from the highest threshold, where everything is missed, to the lowest, where everything is a false alarm. */
    public List<Point> points() {
        return points;
    }
}
