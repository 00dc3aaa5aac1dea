package dev.hearken.core.evaluation;

import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each label was answered for each true label: rows are the truth, columns the answer.
 *
 * <p>Precision, recall and F1 of a label that was never answered or never true are 0, as scikit-learn has it by default.
 */
public final class ConfusionMatrix {
    private final LabelSet labels;
    private final int[][] counts;

    ConfusionMatrix(LabelSet labels) {
        this.labels = labels;
        this.counts = new int[labels.size()][labels.size()];
    }

    /** The matrix of these clips. */
    public static ConfusionMatrix of(LabelSet labels, List<ScoredClip> clips) {
        ConfusionMatrix matrix = new ConfusionMatrix(labels);
        clips.forEach(clip -> matrix.add(clip.truth(), clip.predicted()));
        return matrix;
    }

    void add(int truth, int answer) {
        counts[truth][answer]++;
    }

    /** The labels of rows and columns. */
    public LabelSet labels() {
        return labels;
    }

    /** How many clips of {@code truth} were answered {@code answer}. */
    public int count(int truth, int answer) {
        return counts[truth][answer];
    }

    /** How many clips there are. */
    public int total() {
        return IntStream.range(0, labels.size()).map(this::support).sum();
    }

    /** How many answers are right. */
    public int correct() {
        return IntStream.range(0, labels.size())
                .map(label -> counts[label][label])
                .sum();
    }

    /** How many clips are truly of this label. */
    public int support(int label) {
        return IntStream.of(counts[label]).sum();
    }

    /** How many clips were answered with this label. */
    public int answered(int label) {
        return IntStream.range(0, labels.size())
                .map(truth -> counts[truth][label])
                .sum();
    }

    /** The share of right answers among all. */
    public double accuracy() {
        return share(correct(), total());
    }

    /** The share of right answers among those of this label. */
    public double precision(int label) {
        return share(counts[label][label], answered(label));
    }

    /** The share of this label's clips that were found. */
    public double recall(int label) {
        return share(counts[label][label], support(label));
    }

    /** The harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). */
    public double f1(int label) {
        return share(2 * counts[label][label], support(label) + answered(label));
    }

    /** The mean recall of the labels that are true of any clip: what accuracy would be if every label were as frequent. */
    public double balancedAccuracy() {
        return IntStream.range(0, labels.size())
                .filter(label -> support(label) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(0);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
