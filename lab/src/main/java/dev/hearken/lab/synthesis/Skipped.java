package dev.hearken.lab.synthesis;

/**
 * An utterance that was not said.
 *
 * @param detail for a person: what the program said or did
 */
public record Skipped(SkipReason reason, String detail) implements Speech {}
