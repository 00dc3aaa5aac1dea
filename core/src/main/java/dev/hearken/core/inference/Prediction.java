package dev.hearken.core.inference;

import dev.hearken.core.task.Label;

/**
 * What a classifier says of one clip.
 *
 * @param posteriors the probability of every label, if it is one of them
 * @param known the probability of the best label if it may be none of them; 1 from a model that always chooses
 * @param isKnown whether {@code known} reaches the model's threshold
 */
public record Prediction(Posteriors posteriors, float known, boolean isKnown) {
    /** The answer of a model with an open set to a clip of no known class. */
    public static final Label UNKNOWN = new Label("unknown");

    /** The most probable label, or {@link #UNKNOWN}. */
    public Label label() {
        return isKnown ? posteriors.best() : UNKNOWN;
    }

    /** The probability of that label, given that the clip is of a known class; of {@link #UNKNOWN}, that it is not. */
    public float probability() {
        return isKnown ? posteriors.probability(posteriors.best()) : 1 - known;
    }
}
