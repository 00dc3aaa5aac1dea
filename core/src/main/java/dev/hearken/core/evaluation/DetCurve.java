package dev.hearken.core.evaluation;

import java.util.List;

/**
 * Misses against false alarms on scales on which bell-shaped scores give straight lines (Martin et al. 1997, "The DET curve in assessment
 * of detection task performance").
 *
 * @param points from the highest threshold to the lowest
 */
public record DetCurve(List<Point> points) {
    /**
     * What one threshold costs.
     *
     * @param falseAlarmRate in [0, 1]
     * @param missRate in [0, 1]
     * @param falseAlarmDeviate where the rate stands on the scale: the normal deviate
     * @param missDeviate the same for the misses
     */
    public record Point(double falseAlarmRate, double missRate, double falseAlarmDeviate, double missDeviate) {}

    public DetCurve {
        points = List.copyOf(points);
    }

    /**
     * The same curve on these scales.
     *
     * <p>None of n would stand infinitely far away, so rates stand at least half a clip from 0 and 1.
     *
     * @param positives how many clips the misses are shares of
     * @param negatives how many clips the false alarms are shares of
     */
    public static DetCurve of(RocCurve roc, int positives, int negatives) {
        return new DetCurve(roc.points().stream()
                .map(point -> new Point(
                        point.falseAlarmRate(),
                        point.missRate(),
                        NormalDeviate.of(within(point.falseAlarmRate(), negatives)),
                        NormalDeviate.of(within(point.missRate(), positives))))
                .toList());
    }

    private static double within(double rate, int clips) {
        double halfAClip = 0.5 / clips;
        return Math.min(1 - halfAClip, Math.max(halfAClip, rate));
    }
}
