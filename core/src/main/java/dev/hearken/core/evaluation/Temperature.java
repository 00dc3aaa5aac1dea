package dev.hearken.core.evaluation;

import java.util.List;

/**
 * What logits are divided by so that probabilities mean what they say (Guo et al. 2017, "On Calibration of Modern Neural Networks").
 *
 * <p>More than 1 makes a model less sure of itself, less than 1 more so; the label answered never changes.
 *
 * @param value from {@value #LEAST} to {@value #MOST}
 */
public record Temperature(double value) {
    /** A model taken at its word. */
    public static final Temperature NONE = new Temperature(1);

    /** Beyond these a fit says more about the clips than about the model. */
    static final double LEAST = 0.05;

    static final double MOST = 20;

    /** Each halves the range of 1/T; after 60 of them only rounding is left. */
    private static final int BISECTIONS = 60;

    public Temperature {
        if (!(value >= LEAST && value <= MOST)) {
            throw new IllegalArgumentException(
                    "a temperature must be from %s to %s, got %s".formatted(LEAST, MOST, value));
        }
    }

    /**
     * The temperature with the least cross-entropy on clips the model was not trained on.
     *
     * <p>The cross-entropy is convex in 1/T, so its slope has one root, found by bisection. As in Platt (1999), "Probabilistic outputs for
     * support vector machines", the right label is the target not with 1 but with (n + 1)/(n + 2), the rest shared by the others: were
     * all n answers right, a target of 1 would ask for boundless certainty.
     *
     * @param clips validation clips, of two labels or more; their own temperatures are ignored
     * @throws IllegalArgumentException if there are no clips
     */
    public static Temperature fit(List<ScoredClip> clips) {
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("a temperature needs clips to be fitted on");
        }
        double truthShare = (clips.size() + 1.0) / (clips.size() + 2.0);
        double low = 1 / MOST;
        double high = 1 / LEAST;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (slope(clips, middle, truthShare) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Temperature(Math.min(MOST, Math.max(LEAST, 2 / (low + high))));
    }

    /** The derivative by the scale of the summed cross-entropy: Σ (mean logit under the model - mean logit under the target). */
    private static double slope(List<ScoredClip> clips, double scale, double truthShare) {
        double slope = 0;
        for (ScoredClip clip : clips) {
            float[] logits = clip.logits();
            double[] probabilities = Softmax.of(logits, scale);
            double otherShare = (1 - truthShare) / (logits.length - 1);
            for (int label = 0; label < logits.length; label++) {
                double target = label == clip.truth() ? truthShare : otherShare;
                slope += logits[label] * (probabilities[label] - target);
            }
        }
        return slope;
    }
}
