package dev.hearken.store.registry;

/** How a version came into the registry. */
public enum Origin {
    /** It came with a release of Hearken. */
    STARTER,
    /** A training run made it here. */
    TRAINED,
    /** A user brought the file. */
    UPLOADED
}
