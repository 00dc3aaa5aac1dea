package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;

/**
 * A clip to learn from.
 *
 * @param id names it among all clips of a run; what happens to it is drawn from this
 * @param waveform at the front end's sample rate, of any length
 * @param label the index of the right answer
 */
public record TrainingClip(int id, Waveform waveform, int label) {}
