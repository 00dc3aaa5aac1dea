package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;

/**
 * An utterance that was said.
 *
 * @param waveform at the engine's own rate, with the silence the engine left around it
 */
public record Spoken(Waveform waveform) implements Speech {}
