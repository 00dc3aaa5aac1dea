package dev.hearken.lab.dataset;

import dev.hearken.core.audio.Waveform;

/**
 * A labelled clip with its sound in memory.
 *
 * @param clip what it is
 * @param waveform its sound, mono, at the rate that was asked for
 */
public record LoadedClip(LabelledClip clip, Waveform waveform) {}
