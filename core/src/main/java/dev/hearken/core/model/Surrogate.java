package dev.hearken.core.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A linear stand-in for a model, by which its answers can be told in words.
 *
 * <p>It was fitted to the model's own answers: from the statistics of a clip to the log-odds ln(p / (1 - p)) of each label. It explains any
 * model, whatever that listens to, as far as it follows it, and how far it does is part of it. Ribeiro, M. et al.: "Why should I trust
 * you?", KDD 2016.
 *
 * @param clips how many clips it was fitted on
 * @param heldOutClips how many others its {@link Answer#r2} was measured on
 * @param features what it looks at
 * @param answers what it says of each label, in the order of the model's output
 */
public record Surrogate(int clips, int heldOutClips, List<Feature> features, List<Answer> answers) {
    /**
     * A feature as it usually is.
     *
     * @param name as {@code ClipStatistics.names()} has it
     * @param mean over the clips
     * @param deviation over the clips, positive
     */
    public record Feature(String name, double mean, double deviation) {
        public Feature {
            if (!Double.isFinite(mean) || !(deviation > 0) || !Double.isFinite(deviation)) {
                throw new IllegalArgumentException(name + " has mean " + mean + " and deviation " + deviation);
            }
        }
    }

    /**
     * How the features move one label.
     *
     * @param label its name
     * @param intercept its log-odds where every feature has its mean
     * @param weights by how much its log-odds grow when a feature grows by its deviation, in the order of the features
     * @param r2 the share of the variance of the model's log-odds that this accounts for, on clips it was not fitted on: at most 1, and
     *     below 0 if the mean alone would say more
     */
    public record Answer(String label, double intercept, List<Double> weights, double r2) {
        public Answer {
            weights = List.copyOf(weights);
            if (!(r2 <= 1) || !Double.isFinite(intercept) || !weights.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        label + " has intercept " + intercept + ", weights " + weights + " and R2 " + r2);
            }
        }
    }

    public Surrogate {
        features = List.copyOf(features);
        answers = List.copyOf(answers);
        Set<String> names = new HashSet<>();
        for (Feature feature : features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException("the feature " + feature.name() + " stands twice");
            }
        }
        for (Answer answer : answers) {
            if (answer.weights().size() != features.size()) {
                throw new IllegalArgumentException(
                        answer.weights().size() + " weights for " + features.size() + " features");
            }
        }
    }

    /** What it says of a label; empty if it says nothing. */
    public Optional<Answer> answer(String label) {
        return answers.stream().filter(answer -> answer.label().equals(label)).findFirst();
    }
}
