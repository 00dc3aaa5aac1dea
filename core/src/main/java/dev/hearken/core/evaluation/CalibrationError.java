package dev.hearken.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How far a model's certainty is from its being right: the expected calibration error of Guo et al. (2017), over 15 equal bins.
 *
 * <p>Clips are sorted by the probability of their answer into bins (0, 1/15], (1/15, 2/15] …; the error is Σ (clips in bin / all clips)
 * |share right in bin - mean probability in bin|.
 *
 * @param value in [0, 1]; 0 is perfect
 * @param bins the bins that have clips, from the least certain to the most
 */
public record CalibrationError(double value, List<Bin> bins) {
    /** As many as Guo et al. use. */
    public static final int BINS = 15;

    /**
     * Clips whose answers were about equally certain.
     *
     * @param low probabilities are above this
     * @param high and at most this
     * @param n how many clips
     * @param accuracy the share of right answers
     * @param confidence the mean probability of the answers
     */
    public record Bin(double low, double high, int n, double accuracy, double confidence) {}

    public CalibrationError {
        bins = List.copyOf(bins);
    }

    /** The error of the clips' probabilities with their temperatures. */
    public static CalibrationError of(List<ScoredClip> clips) {
        return of(clips, ScoredClip::probabilities);
    }

    /** The error of the clips' probabilities without their temperatures. */
    public static CalibrationError beforeCalibration(List<ScoredClip> clips) {
        return of(clips, ScoredClip::uncalibratedProbabilities);
    }

    private static CalibrationError of(List<ScoredClip> clips, Function<ScoredClip, double[]> probabilities) {
        int[] n = new int[BINS];
        int[] correct = new int[BINS];
        double[] confidence = new double[BINS];
        for (ScoredClip clip : clips) {
            double certainty = probabilities.apply(clip)[clip.predicted()];
            int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(certainty * BINS) - 1));
            n[bin]++;
            correct[bin] += clip.correct() ? 1 : 0;
            confidence[bin] += certainty;
        }
        double error = 0;
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (n[i] > 0) {
                error += Math.abs(correct[i] - confidence[i]) / clips.size();
                bins.add(new Bin(
                        (double) i / BINS, (i + 1.0) / BINS, n[i], (double) correct[i] / n[i], confidence[i] / n[i]));
            }
        }
        return new CalibrationError(error, bins);
    }
}
