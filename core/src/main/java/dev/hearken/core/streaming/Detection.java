package dev.hearken.core.streaming;

import dev.hearken.core.task.Label;

/**
 * A label heard on a stream.
 *
 * @param label what was heard
 * @param startSample where it is taken to have begun: the usual length of the event before its end, and not before the stream
 * @param endSample where it was told: the stream was known up to here
 * @param sampleRateHz of the model, which both are counted at
 * @param score that reached the threshold
 */
public record Detection(Label label, long startSample, long endSample, int sampleRateHz, float score) {
    public Detection {
        if (startSample < 0 || startSample > endSample || sampleRateHz < 1) {
            throw new IllegalArgumentException(
                    "a detection from sample %d to %d at %d Hz".formatted(startSample, endSample, sampleRateHz));
        }
    }

    /** Where it is taken to have begun, in seconds from the start of the stream. */
    public double startSeconds() {
        return (double) startSample / sampleRateHz;
    }

    /** Where it was told, in seconds from the start of the stream. */
    public double endSeconds() {
        return (double) endSample / sampleRateHz;
    }
}
