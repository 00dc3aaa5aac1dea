package dev.hearken.lab.training;

/**
 * Windows that take one step together: disturbed sound, and what the frozen network makes of the clean sound.
 *
 * @param size how many windows
 * @param mel spectrograms of the disturbed windows
 * @param tap embeddings of the clean windows at the tap
 * @param end the same at the end
 */
public record BackboneBatch(int size, Frames mel, Frames tap, Frames end) {}
