package dev.hearken.core.model;

/**
 * The rule by which a model says "none of these": a clip is of a known class if the graph's output {@code known} is at least a threshold.
 *
 * @param threshold a probability in [0, 1], set on clips the weights were not fitted to
 * @param accepted how many of the known clips it was set on reach it
 * @param clips how many known clips it was set on
 */
public record OpenSet(double threshold, int accepted, int clips) {
    public OpenSet {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be in [0, 1], got " + threshold);
        }
        if (accepted < 0 || accepted > clips) {
            throw new IllegalArgumentException("accepted " + accepted + " of " + clips + " clips");
        }
    }
}
