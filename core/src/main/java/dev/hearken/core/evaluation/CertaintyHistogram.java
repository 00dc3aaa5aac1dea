package dev.hearken.core.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How certain a model was when it was right, and when it was wrong: clips by the probability of their answer, in equal bins from 0 to 1.
 *
 * @param bins in order, empty ones too
 */
public record CertaintyHistogram(List<Bin> bins) {
    /** Fine enough to show a shape, coarse enough for a few hundred clips. */
    public static final int BINS = 20;

    /**
     * Clips whose answers were about equally certain.
     *
     * @param low probabilities are at least this
     * @param high and below this; in the last bin at most
     * @param right how many answers were right
     * @param wrong how many were not
     */
    public record Bin(double low, double high, int right, int wrong) {}

    public CertaintyHistogram {
        bins = List.copyOf(bins);
    }

    /** The histogram of these clips, by their calibrated probabilities. */
    public static CertaintyHistogram of(List<ScoredClip> clips) {
        int[] right = new int[BINS];
        int[] wrong = new int[BINS];
        for (ScoredClip clip : clips) {
            int bin = Math.min(BINS - 1, (int) (clip.probabilities()[clip.predicted()] * BINS));
            (clip.correct() ? right : wrong)[bin]++;
        }
        return new CertaintyHistogram(IntStream.range(0, BINS)
                .mapToObj(i -> new Bin((double) i / BINS, (i + 1.0) / BINS, right[i], wrong[i]))
                .toList());
    }
}
