package dev.hearken.checks.misbuilt.core.features;

/** A class of a later room, by a name that says nothing. */
public interface LaterHelper {}
