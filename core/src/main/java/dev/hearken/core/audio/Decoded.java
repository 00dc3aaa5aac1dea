package dev.hearken.core.audio;

/**
 * A recording that was read.
 *
 * @param waveform all its sound, mixed to mono, at the rate of the source; at least one sample
 * @param format what the source was
 */
public record Decoded(Waveform waveform, SourceFormat format) implements Decoding {}
