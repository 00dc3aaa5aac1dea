package dev.hearken.core.inference;

import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calibrated probability of every label, given one piece of audio; they add up to 1 for a choice among labels. */
public final class Posteriors {
    private final LabelSet labels;
    private final float[] probabilities;

    Posteriors(LabelSet labels, float[] probabilities) {
        if (probabilities.length != labels.size()) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities for " + labels.size() + " labels");
        }
        this.labels = labels;
        this.probabilities = probabilities;
    }

    /**
     * Probabilities that were computed elsewhere.
     *
     * @param probabilities one a label, in order; copied
     * @throws IllegalArgumentException if there are more or fewer than labels
     */
    public static Posteriors of(LabelSet labels, float[] probabilities) {
        return new Posteriors(labels, probabilities.clone());
    }

    /** The labels, in the order of {@link #toArray}. */
    public LabelSet labels() {
        return labels;
    }

    /**
     * The probability of {@code label}.
     *
     * @throws IllegalArgumentException if it is not one of the labels
     */
    public float probability(Label label) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException(label + " is not one of " + labels.names());
        }
        return probabilities[index];
    }

    /** The most probable label; the first of equals. */
    public Label best() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return labels.get(best);
    }

    /** A copy of the probabilities, in the order of the labels. */
    public float[] toArray() {
        return probabilities.clone();
    }

    /** The probabilities by label name, in the order of the labels. */
    public Map<String, Float> byName() {
        Map<String, Float> byName = new LinkedHashMap<>();
        for (int i = 0; i < probabilities.length; i++) {
            byName.put(labels.get(i).name(), probabilities[i]);
        }
        return byName;
    }

    @Override
    public String toString() {
        return labels.names() + " " + Arrays.toString(probabilities);
    }
}
