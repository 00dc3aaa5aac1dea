package dev.hearken.core.model;

/**
 * How a stream of probabilities becomes detections.
 *
 * <p>A label's score is the mean of its last {@code smoothingFrames} probabilities; what lies before the stream counts as 0. Where the score
 * reaches the threshold, having been below it, the label is detected, unless fewer than {@code refractorySamples} have passed since the
 * detection before. So a score that stays up is one detection, however long it does.
 *
 * @param smoothingFrames how many probabilities are averaged, positive
 * @param refractorySamples the pause after a detection in which none is reported, not negative
 * @param eventSamples how long an event usually is; a detection is said to have begun so long before its end, positive
 */
public record DetectionRule(int smoothingFrames, int refractorySamples, int eventSamples) {
    private static final int USUAL_SMOOTHING = 3;

    public DetectionRule {
        if (smoothingFrames < 1 || refractorySamples < 0 || eventSamples < 1) {
            throw new IllegalArgumentException("smoothing over %d frames, refractory %d and events of %d samples"
                    .formatted(smoothingFrames, refractorySamples, eventSamples));
        }
    }

    /** The rule of a model that names none: the mean of 3 frames, 1 s of refractory, events as long as the window. */
    public static DetectionRule standard(int sampleRateHz, int windowSamples) {
        return new DetectionRule(USUAL_SMOOTHING, sampleRateHz, windowSamples);
    }

    /** The refractory in whole hops: a detection may come this many frames after the one before, or later. */
    public int refractoryFrames(int hopSamples) {
        return (refractorySamples + hopSamples - 1) / hopSamples;
    }
}
