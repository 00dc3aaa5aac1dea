package dev.hearken.store.catalogue;

import dev.hearken.core.audio.Rejection;

/** What became of a recording that was handed in. */
public sealed interface Intake {
    /** It is kept. */
    record Added(ProjectClip clip) implements Intake {}

    /**
     * It is there already.
     *
     * @param clip the one that is there
     * @param sameFile whether every byte is the same, or only every sample
     */
    record Duplicate(ProjectClip clip, boolean sameFile) implements Intake {}

    /** It is no recording that is taken. */
    record Refused(Rejection reason, String detail) implements Intake {}
}
