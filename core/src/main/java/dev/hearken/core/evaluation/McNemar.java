package dev.hearken.core.evaluation;

import java.util.List;

/**
 * Two models' answers to the same clips, compared clip by clip: only clips that one gets right and the other wrong tell them apart.
 *
 * <p>McNemar, Q. (1947), "Note on the sampling error of the difference between correlated proportions or percentages", in the exact form:
 * if the models were as good, each of the {@code fixed + broken} clips would fall to either with probability one half.
 *
 * @param bothRight clips both models get right
 * @param fixed clips only the second gets right
 * @param broken clips only the first gets right
 * @param bothWrong clips both models get wrong
 */
public record McNemar(long bothRight, long fixed, long broken, long bothWrong) {
    /**
     * The comparison of two lists of outcomes.
     *
     * @param first whether the first model is right, clip by clip
     * @param second the same of the second model, in the same order
     */
    public static McNemar of(List<Boolean> first, List<Boolean> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(first.size() + " outcomes against " + second.size());
        }
        long[] tally = new long[4];
        for (int i = 0; i < first.size(); i++) {
            tally[(first.get(i) ? 0 : 1) + (second.get(i) ? 0 : 2)]++;
        }
        return new McNemar(tally[0], tally[1], tally[2], tally[3]);
    }

    /** How many clips were compared. */
    public long clips() {
        return bothRight + fixed + broken + bothWrong;
    }

    /** Whether the second model gets at least as many clips right as the first. */
    public boolean notWorse() {
        return fixed >= broken;
    }

    /**
     * The two-sided probability of a difference at least this large between models that are equally good:
     * {@code min(1, 2 * sum over k up to min(fixed, broken) of C(n, k) / 2^n)}.
     */
    public double pValue() {
        long n = fixed + broken;
        double logTerm = -n * Math.log(2);
        double sum = 0;
        for (long k = 0; k <= Math.min(fixed, broken); k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) n - k) - Math.log(k + 1.0);
        }
        return Math.min(1, 2 * sum);
    }
}
