package dev.hearken.lab.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The likeliest way in which the outputs of a CTC network spell given labels: which frames say which.
 *
 * <p>Viterbi's algorithm on the trellis of Graves et al. (Connectionist temporal classification, ICML 2006), in which a blank may stand
 * before, between and behind labels, and must stand between two equal ones. With free ends, frames before the first label and behind the last
 * cost nothing, so that a recording may hold more than its transcript, as in Kürzinger et al., CTC-segmentation of large corpora for German
 * end-to-end speech recognition, SPECOM 2020; without, it is what torchaudio's {@code forced_align} finds.
 *
 * @param segments where each label is said, in their order
 * @param logProbability of all frames that are not free
 */
record CtcPath(List<Segment> segments, double logProbability) {
    private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

    /** The frames from {@code start} (inclusive) to {@code end} (exclusive) that say one label, with their mean log-probability for it. */
    record Segment(int start, int end, double meanLogProbability) {}

    CtcPath {
        segments = List.copyOf(segments);
    }

    /**
     * The likeliest path; empty if there are too few frames.
     *
     * @param logProbabilities shape [frames][labels]
     * @param labels what is said, as indices, none of them {@code blank}; at least one
     */
    static Optional<CtcPath> through(double[][] logProbabilities, int[] labels, int blank, boolean freeEnds) {
        int[] states = states(labels, blank);
        double[][] best = new double[logProbabilities.length][states.length];
        byte[][] step = new byte[logProbabilities.length][states.length];
        for (int t = 0; t < best.length; t++) {
            Arrays.fill(best[t], IMPOSSIBLE);
            for (int s = 0; s < states.length; s++) {
                boolean free = freeEnds && (s == 0 || s == states.length - 1);
                double emission = free ? 0 : logProbabilities[t][states[s]];
                if (t == 0) {
                    best[t][s] = s <= 1 ? emission : IMPOSSIBLE;
                } else {
                    step[t][s] = likeliestStep(best[t - 1], states, s, blank);
                    best[t][s] = best[t - 1][s - step[t][s]] + emission;
                }
            }
        }
        return traced(best, step, states, logProbabilities);
    }

    /** Blank, label, blank, label, …, blank. */
    private static int[] states(int[] labels, int blank) {
        if (labels.length == 0 || Arrays.stream(labels).anyMatch(label -> label == blank)) {
            throw new IllegalArgumentException("at least one label is said, and none is blank");
        }
        int[] states = new int[2 * labels.length + 1];
        Arrays.fill(states, blank);
        for (int i = 0; i < labels.length; i++) {
            states[2 * i + 1] = labels[i];
        }
        return states;
    }

    /** From how many states before: 0 stays, 1 goes on, 2 leaps over a blank between labels that differ. */
    private static byte likeliestStep(double[] before, int[] states, int s, int blank) {
        byte likeliest = 0;
        for (byte back = 1; back <= 2 && back <= s; back++) {
            boolean allowed = back == 1 || (states[s] != blank && states[s] != states[s - 2]);
            if (allowed && before[s - back] > before[s - likeliest]) {
                likeliest = back;
            }
        }
        return likeliest;
    }

    private static Optional<CtcPath> traced(double[][] best, byte[][] step, int[] states, double[][] logProbabilities) {
        int last = best.length - 1;
        if (last < 0) {
            return Optional.empty();
        }
        int s = best[last][states.length - 1] >= best[last][states.length - 2] ? states.length - 1 : states.length - 2;
        double whole = best[last][s];
        if (whole == IMPOSSIBLE) {
            return Optional.empty();
        }
        int[] starts = new int[states.length];
        int[] ends = new int[states.length];
        double[] sums = new double[states.length];
        for (int t = last; t >= 0; t--) {
            ends[s] = Math.max(ends[s], t + 1);
            starts[s] = t;
            sums[s] += logProbabilities[t][states[s]];
            s -= step[t][s];
        }
        List<Segment> segments = new ArrayList<>();
        for (int label = 1; label < states.length; label += 2) {
            segments.add(new Segment(starts[label], ends[label], sums[label] / (ends[label] - starts[label])));
        }
        return Optional.of(new CtcPath(segments, whole));
    }
}
