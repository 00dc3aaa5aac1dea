package dev.hearken.core.evaluation;

import java.util.Optional;

/**
 * A clip with its right answer and what a model said of it: one logit a label.
 *
 * <p>Immutable; the logits are copied in and out. The predicted label is the one with the largest logit, the first of equals.
 */
public final class ScoredClip {
    /** What a probability of zero is taken for, so that its logarithm is finite. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private final String name;
    private final Optional<String> group;
    private final int truth;
    private final float[] logits;
    private final int predicted;
    private final Temperature temperature;

    private ScoredClip(String name, Optional<String> group, int truth, float[] logits, Temperature temperature) {
        if (truth < 0 || truth >= logits.length) {
            throw new IllegalArgumentException(
                    "%s: truth %d is not one of %d labels".formatted(name, truth, logits.length));
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new IllegalArgumentException(name + ": a logit is " + logit);
            }
        }
        this.name = name;
        this.group = group;
        this.truth = truth;
        this.logits = logits;
        this.predicted = largest(logits);
        this.temperature = temperature;
    }

    /**
     * A clip scored by logits.
     *
     * @param name the clip, for messages and lists of errors
     * @param group the speaker, source or fold it belongs to, if known
     * @param truth the index of the right label
     * @param logits shape [labels], finite
     */
    public static ScoredClip ofLogits(String name, Optional<String> group, int truth, float[] logits) {
        return new ScoredClip(name, group, truth, logits.clone(), Temperature.NONE);
    }

    /**
     * A clip scored by probabilities, whose logarithms serve as logits.
     *
     * @param probabilities shape [labels], in [0, 1], not all zero
     */
    public static ScoredClip ofProbabilities(String name, Optional<String> group, int truth, float[] probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(Math.max(probabilities[i], LEAST_PROBABILITY));
        }
        return new ScoredClip(name, group, truth, logits, Temperature.NONE);
    }

    /** The same clip with its scores calibrated by a temperature that was fitted on other clips. */
    public ScoredClip calibrated(Temperature newTemperature) {
        return new ScoredClip(name, group, truth, logits, newTemperature);
    }

    /** The clip. */
    public String name() {
        return name;
    }

    /** The speaker, source or fold, if known. */
    public Optional<String> group() {
        return group;
    }

    /** The index of the right label. */
    public int truth() {
        return truth;
    }

    /** The index of the label answered. */
    public int predicted() {
        return predicted;
    }

    /** Whether the answer is right. */
    public boolean correct() {
        return predicted == truth;
    }

    /** How many labels were scored. */
    public int labels() {
        return logits.length;
    }

    /** The raw logits, a copy. */
    public float[] logits() {
        return logits.clone();
    }

    /** The probabilities, with the temperature. */
    public double[] probabilities() {
        return Softmax.of(logits, 1 / temperature.value());
    }

    /** The probabilities as they would be without the temperature. */
    public double[] uncalibratedProbabilities() {
        return Softmax.of(logits, 1);
    }

    /** The negative logarithm of the right label's probability when logits are multiplied by {@code scale}, in nats. */
    double negativeLogLikelihood(double scale) {
        return -Softmax.logProbability(logits, scale, truth);
    }

    /** The same with this clip's temperature. */
    double negativeLogLikelihood() {
        return negativeLogLikelihood(1 / temperature.value());
    }

    private static int largest(float[] logits) {
        int largest = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
