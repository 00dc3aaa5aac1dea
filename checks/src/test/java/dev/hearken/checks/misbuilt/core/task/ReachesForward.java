package dev.hearken.checks.misbuilt.core.task;

import dev.hearken.checks.misbuilt.core.features.LaterHelper;

/** A class that uses a room after its own. */
abstract class ReachesForward implements LaterHelper {}
