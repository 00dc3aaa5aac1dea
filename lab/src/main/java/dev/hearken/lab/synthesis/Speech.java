package dev.hearken.lab.synthesis;

/** What became of an utterance given to a voice: {@link Spoken}, or {@link Skipped} with a reason, never an exception. */
public sealed interface Speech permits Spoken, Skipped {}
