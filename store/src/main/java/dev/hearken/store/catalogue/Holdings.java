package dev.hearken.store.catalogue;

/**
 * How much there is of one engine's speech.
 *
 * @param speakers how many different ones are heard
 */
public record Holdings(String engine, long clips, double seconds, long speakers) {}
