package dev.hearken.lab.recipes;

import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.evaluation.Temperature;
import dev.hearken.core.model.OpenSet;
import java.util.Arrays;
import java.util.List;

/**
 * When a network with one logit more than there are labels says "none of these" (Hendrycks et al., 2019, "Deep anomaly detection with
 * outlier exposure", arXiv:1812.04606, with the outliers as a class of their own).
 *
 * <p>What counts is the share of the best label among all logits (Hendrycks and Gimpel, 2017, arXiv:1610.02136): a sound of a new kind
 * seldom looks like the outliers that were learned, but as seldom like one label alone.
 */
final class OpenSetRule {
    /** The share of clips of known classes that the rule may turn away. */
    private static final double TURNED_AWAY = 0.05;

    private OpenSetRule() {}

    /** The clips of known labels among these, with the logits of the labels alone. */
    static List<ScoredClip> ofLabels(List<ScoredClip> clips, int labels) {
        return clips.stream()
                .filter(clip -> clip.truth() < labels)
                .map(clip -> ScoredClip.ofLogits(
                        clip.name(), clip.group(), clip.truth(), Arrays.copyOf(clip.logits(), labels)))
                .toList();
    }

    /** The threshold that turns away a twentieth of the known clips; they must not be those the weights were fitted to. */
    static OpenSet fit(List<ScoredClip> clips, int labels, Temperature temperature) {
        double[] known = clips.stream()
                .filter(clip -> clip.truth() < labels)
                .mapToDouble(clip -> greatest(clip.calibrated(temperature).probabilities(), labels))
                .sorted()
                .toArray();
        int turnedAway = (int) (TURNED_AWAY * known.length);
        return new OpenSet(known[turnedAway], known.length - turnedAway, known.length);
    }

    private static double greatest(double[] shares, int labels) {
        return Arrays.stream(shares, 0, labels).max().orElseThrow();
    }
}
