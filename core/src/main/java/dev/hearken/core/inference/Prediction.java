package dev.hearken.core.inference;

import dev.hearken.core.task.Label;

/**
 * What a classifier says of one clip.
 *
 * @param posteriors the probability of every label
 */
public record Prediction(Posteriors posteriors) {
    /** The most probable label. */
    public Label label() {
        return posteriors.best();
    }

    /** The probability of that label. */
    public float probability() {
        return posteriors.probability(label());
    }
}
