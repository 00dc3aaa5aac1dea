package dev.hearken.core.evaluation;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.streaming.Smoothing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a label is detected on streams, over all thresholds: missed events against false alarms an hour.
 *
 * <pre>{@code
 * DetectionScores scores = new DetectionScores(rule, hopSamples);
 * clips.forEach(clip -> scores.addPositive(probabilities(clip)));
 * streams.forEach(stream -> scores.addNegative(probabilities(stream), seconds(stream)));
 * System.out.println(scores.at(0.5));      // FRR 4.1 % (37/903) at 0.50 FAH (12 in 24.0 h)
 * }</pre>
 *
 * <p>Probabilities are one a hop and not smoothed yet; {@link DetectionRule} says how they become detections. Thirty hours take some 10 MB
 * and a figure some milliseconds.
 */
public final class DetectionScores {
    private static final double SECONDS_PER_HOUR = 3600;

    private final DetectionRule rule;
    private final int refractoryFrames;
    private final List<Float> peaks = new ArrayList<>();
    private final Rises rises = new Rises();
    private double seconds;

    /**
     * Scores to come.
     *
     * @param rule by which the model detects
     * @param hopSamples from one probability to the next, in the samples of the rule
     */
    public DetectionScores(DetectionRule rule, int hopSamples) {
        this.rule = rule;
        this.refractoryFrames = rule.refractoryFrames(hopSamples);
    }

    /** One event: the label's probabilities from before it to half a second behind it, in order. It is missed if no score reaches the threshold. */
    public void addPositive(float[] probabilities) {
        float peak = 0;
        for (float score : Smoothing.of(probabilities, rule.smoothingFrames())) {
            peak = Math.max(peak, score);
        }
        peaks.add(peak);
    }

    /**
     * A stream without the event.
     *
     * @param probabilities of the label, in order
     * @param streamSeconds how long the stream is
     */
    public void addNegative(float[] probabilities, double streamSeconds) {
        rises.add(Smoothing.of(probabilities, rule.smoothingFrames()), refractoryFrames);
        seconds += streamSeconds;
    }

    /** How many events there are. */
    public int events() {
        return peaks.size();
    }

    /** Hours of streams without the event. */
    public double hours() {
        return seconds / SECONDS_PER_HOUR;
    }

    /**
     * The lowest threshold that costs no more false alarms than wanted, and what it costs.
     *
     * <p>The search goes down from the highest score, so that a score that never falls does not pass for few alarms.
     *
     * @param falseAlarmsPerHour not negative
     * @throws IllegalStateException without an event or without a stream
     */
    public DetectionPoint at(double falseAlarmsPerHour) {
        if (!(falseAlarmsPerHour >= 0)) {
            throw new IllegalArgumentException("false alarms an hour must not be negative, got " + falseAlarmsPerHour);
        }
        // The small part makes up for 0.1 * 30 being less than 3.
        int allowed = (int) Math.min(Integer.MAX_VALUE, Math.floor(falseAlarmsPerHour * hours() + 1e-9));
        return atThreshold(lowestThreshold(allowed));
    }

    /**
     * What a threshold costs.
     *
     * @throws IllegalStateException without an event or without a stream
     */
    public DetectionPoint atThreshold(double threshold) {
        return point(threshold, rises);
    }

    /** What each threshold costs at which one event more is found, from the lowest to the highest. */
    public List<DetectionPoint> curve() {
        List<DetectionPoint> points = new ArrayList<>();
        Rises left = rises;
        for (float threshold : sortedPeaks()) {
            if (points.isEmpty() || points.get(points.size() - 1).threshold() < threshold) {
                left = left.reaching(threshold);
                points.add(point(threshold, left));
            }
        }
        return points;
    }

    private DetectionPoint point(double threshold, Rises reaching) {
        if (peaks.isEmpty() || seconds <= 0) {
            throw new IllegalStateException(
                    "%d events and %.1f s of streams; some of both are needed".formatted(peaks.size(), seconds));
        }
        long missed = peaks.stream().filter(peak -> peak < threshold).count();
        return new DetectionPoint(
                threshold,
                new Proportion(missed, peaks.size()),
                new AlarmRate(reaching.crossings(threshold, refractoryFrames), hours()));
    }

    private double lowestThreshold(int allowed) {
        float[] heights = rises.heights();
        int good = heights.length;
        int step = 1;
        // From the top in doubling steps to a height that costs too much …
        while (good >= step && isAllowed(heights[good - step], allowed)) {
            good -= step;
            step *= 2;
        }
        int bad = Math.max(-1, good - step);
        // … then halving the stretch between it and the last that did not.
        while (good - bad > 1) {
            int middle = (good + bad) / 2;
            if (isAllowed(heights[middle], allowed)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good == 0 ? 0 : Math.nextUp(heights[good - 1]);
    }

    private boolean isAllowed(float threshold, int allowed) {
        return rises.crossings(threshold, refractoryFrames) <= allowed;
    }

    private float[] sortedPeaks() {
        float[] sorted = new float[peaks.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = peaks.get(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }
}
