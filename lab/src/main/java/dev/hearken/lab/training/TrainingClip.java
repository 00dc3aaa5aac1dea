package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;

/**
 * A clip to learn from.
 *
 * @param id names it among all clips of a run; what happens to it is drawn from this
 * @param waveform at the front end's sample rate, of any length
 * @param label the index of the right answer
 * @param certainty how sure the answer is, in (0, 1]: the share of the target that is on it, the rest being on the others
 */
public record TrainingClip(int id, Waveform waveform, int label, float certainty) {
    public TrainingClip {
        if (!(certainty > 0 && certainty <= 1)) {
            throw new IllegalArgumentException("certainty must be in (0, 1], got " + certainty);
        }
    }

    /** A clip whose answer is beyond doubt. */
    public TrainingClip(int id, Waveform waveform, int label) {
        this(id, waveform, label, 1);
    }
}
