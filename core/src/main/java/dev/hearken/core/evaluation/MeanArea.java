package dev.hearken.core.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The mean over labels of each label's area under the ROC curve against all others, by calibrated probability; of two labels the area of
 * one, since the other's is the same.
 *
 * <p>Each label's clips are sorted once, so that a bootstrap can ask for thousands of areas.
 */
final class MeanArea {
    private final List<Ranking> rankings;

    /** The area of these clips, all scored for so many labels. */
    MeanArea(List<ScoredClip> clips, int labels) {
        this.rankings = IntStream.range(0, labels)
                .mapToObj(label -> Ranking.of(clips, label))
                .toList();
    }

    /** The area if every clip counts once. */
    OptionalDouble drawnOnce() {
        int[] times = new int[rankings.get(0).clips.length];
        Arrays.fill(times, 1);
        return drawn(times);
    }

    /**
     * The area if clips count so many times. Labels without clips, or without clips of any other label, are left out; empty if that leaves
     * none.
     */
    OptionalDouble drawn(int[] times) {
        return rankings.stream()
                .map(ranking -> ranking.area(times))
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /** The clips from the lowest score for one label to the highest. */
    private static final class Ranking {
        private final int[] clips;
        private final double[] scores;
        private final boolean[] positive;

        private Ranking(int[] clips, double[] scores, boolean[] positive) {
            this.clips = clips;
            this.scores = scores;
            this.positive = positive;
        }

        static Ranking of(List<ScoredClip> all, int label) {
            double[] scores = all.stream()
                    .mapToDouble(clip -> clip.probabilities()[label])
                    .toArray();
            int[] clips = IntStream.range(0, all.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(clip -> scores[clip]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            boolean[] positive = new boolean[clips.length];
            double[] sorted = new double[clips.length];
            for (int i = 0; i < clips.length; i++) {
                positive[i] = all.get(clips[i]).truth() == label;
                sorted[i] = scores[clips[i]];
            }
            return new Ranking(clips, sorted, positive);
        }

        /** The share of pairs of a positive and a negative in which the positive scores higher, ties counting half. */
        OptionalDouble area(int[] times) {
            double won = 0;
            long positives = 0;
            long negatives = 0;
            for (int from = 0, to; from < clips.length; from = to) {
                long tiedPositives = 0;
                long tiedNegatives = 0;
                for (to = from; to < clips.length && scores[to] == scores[from]; to++) {
                    if (positive[to]) {
                        tiedPositives += times[clips[to]];
                    } else {
                        tiedNegatives += times[clips[to]];
                    }
                }
                won += tiedPositives * (negatives + tiedNegatives / 2.0);
                positives += tiedPositives;
                negatives += tiedNegatives;
            }
            return positives == 0 || negatives == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(won / positives / negatives);
        }
    }
}
