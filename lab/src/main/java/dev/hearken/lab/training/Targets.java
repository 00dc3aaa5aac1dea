package dev.hearken.lab.training;

import java.util.Arrays;
import java.util.List;

/**
 * What a network is to answer to each clip: the right label, softened by doubt and smoothing, and what a teacher says of it.
 *
 * <p>With weights, each label adds up to the same over all clips, the mean over the clips being 1.
 */
final class Targets {
    private final int labels;
    private final double smoothing;
    private final double taughtShare;
    private final float[] labelWeights;

    /**
     * Targets for these clips.
     *
     * @param taughtShare how much of a target is a teacher's answer
     */
    Targets(List<TrainingClip> clips, int labels, TrainingSettings settings, double taughtShare) {
        this.labels = labels;
        this.smoothing = settings.labelSmoothing();
        this.taughtShare = taughtShare;
        this.labelWeights = settings.classWeights() ? balancing(clips, labels) : ones(labels);
    }

    int labels() {
        return labels;
    }

    /**
     * Fills one row of a batch's.
     *
     * @param example an example that ends with the teacher's answer, if there is a teacher
     */
    void fill(float[] targets, int row, TrainingClip clip, float[] example) {
        float[] target = labelled(clip);
        float weight = labelWeights[clip.label()];
        for (int label = 0; label < labels; label++) {
            double taught = taughtShare > 0 ? taughtShare * example[example.length - labels + label] : 0;
            targets[row * labels + label] = (float) (weight * ((1 - taughtShare) * target[label] + taught));
        }
    }

    /** Certainty on the right label, the rest of it on the others; then smoothed over all. */
    private float[] labelled(TrainingClip clip) {
        double sharp = 1 - smoothing;
        double doubt = sharp * (1 - clip.certainty()) / Math.max(1, labels - 1);
        float[] target = new float[labels];
        Arrays.fill(target, (float) (smoothing / labels + doubt));
        target[clip.label()] += (float) (sharp * clip.certainty() - doubt);
        return target;
    }

    private static float[] balancing(List<TrainingClip> clips, int labels) {
        int[] counts = new int[labels];
        clips.forEach(clip -> counts[clip.label()]++);
        float[] weights = new float[labels];
        for (int label = 0; label < labels; label++) {
            weights[label] = counts[label] == 0 ? 0 : (float) clips.size() / (labels * counts[label]);
        }
        return weights;
    }

    private static float[] ones(int labels) {
        float[] ones = new float[labels];
        Arrays.fill(ones, 1);
        return ones;
    }
}
