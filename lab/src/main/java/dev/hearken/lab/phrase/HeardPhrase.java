package dev.hearken.lab.phrase;

import dev.hearken.lab.training.FoldedSequence;
import dev.hearken.lab.training.WindowPool;

/**
 * A clip of the phrase as the ear heard it somewhere.
 *
 * @param sound the frames of the phrase and what surrounds it
 * @param start the phrase's first sample
 * @param end the one behind its last
 */
record HeardPhrase(EmbeddedSound sound, int start, int end) {
    /** A stretch that ends so long behind the phrase still ends with it: what a detector's delay may be. */
    private static final int LATEST_SAMPLES = 5_600;

    /** A stretch that ends within these shares of the phrase has heard a part, but not the phrase. */
    private static final double LEAST_PART = 0.2;

    private static final double MOST_PART = 0.62;

    /** Puts the stretches that end with the phrase, and those that end within it, where they belong. */
    void addTo(WindowPool whole, WindowPool parts, FoldedSequence sequence, int window) {
        for (int frame = 0; frame + window <= sound.frameCount(); frame++) {
            int last = frame * Ear.HOP_SAMPLES + Ear.samples(window);
            double part = (last - start) / (double) (end - start);
            if (last >= end && last <= end + LATEST_SAMPLES) {
                whole.add(sequence, frame);
            } else if (part > LEAST_PART && part < MOST_PART) {
                parts.add(sequence, frame);
            }
        }
    }
}
