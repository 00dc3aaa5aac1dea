package dev.hearken.core.evaluation;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.streaming.Smoothing;
import java.util.OptionalDouble;

/**
 * What a detector said around one event, hop by hop.
 *
 * <p>Immutable; the array is copied in and out.
 */
public final class EventScores {
    private final float[] probabilities;
    private final double firstSeconds;
    private final double hopSeconds;

    /**
     * Probabilities around an event.
     *
     * @param probabilities one a hop, from the first that counts for the event to the last
     * @param firstSeconds when the first of them was told, after the end of what was said; negative before it
     * @param hopSeconds from one to the next
     */
    public EventScores(float[] probabilities, double firstSeconds, double hopSeconds) {
        this.probabilities = probabilities.clone();
        this.firstSeconds = firstSeconds;
        this.hopSeconds = hopSeconds;
    }

    /** A copy of the probabilities. */
    public float[] probabilities() {
        return probabilities.clone();
    }

    /** Seconds from the end of what was said to its detection, negative if that came before; empty if it was missed. */
    public OptionalDouble latencySeconds(DetectionRule rule, double threshold) {
        float[] scores = Smoothing.of(probabilities, rule.smoothingFrames());
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= threshold) {
                return OptionalDouble.of(firstSeconds + i * hopSeconds);
            }
        }
        return OptionalDouble.empty();
    }
}
