package dev.hearken.core.audio;

/** What became of bytes that were said to be a recording: {@link Decoded} or {@link Rejected}, never an exception. */
public sealed interface Decoding permits Decoded, Rejected {}
