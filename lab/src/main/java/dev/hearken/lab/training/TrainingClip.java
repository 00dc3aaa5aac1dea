package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;

/**
 * A clip to learn from.
 *
 * @param waveform at the front end's sample rate, of any length
 * @param label the index of the right answer
 */
public record TrainingClip(Waveform waveform, int label) {}
