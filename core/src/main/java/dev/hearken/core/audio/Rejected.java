package dev.hearken.core.audio;

/**
 * Bytes that are not a recording Hearken takes.
 *
 * @param reason the stable code, to be acted on
 * @param detail one sentence for a person, with the value that was found; its wording may change
 */
public record Rejected(Rejection reason, String detail) implements Decoding {}
