package dev.hearken.store.registry;

/** A name that moves from version to version, while versions never change. */
public enum Alias {
    /** The version that answers. */
    LIVE,
    /** The version that was live before: what a rollback returns to, and what answers if the live one cannot be loaded. */
    PREVIOUS,
    /** A version that waits to be promoted. */
    CANDIDATE
}
