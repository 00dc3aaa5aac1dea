package dev.hearken.store.database;

import dev.hearken.core.HearkenException.Kind;

/** Why the store could not do what it was asked; the names are stable and may be shown to programs. */
public enum StoreError {
    /** There is no project, version or run of that name. */
    NOT_FOUND(Kind.USER),
    /** What was asked contradicts what is there, such as a project that exists with another recipe. */
    CONFLICT(Kind.USER),
    /** A name or value is not one the store keeps. */
    INVALID(Kind.USER),
    /** There is no earlier version to go back to. */
    NO_PREVIOUS_VERSION(Kind.USER),
    /** A model file is missing, or its bytes are no longer those that were registered. */
    MODEL_DAMAGED(Kind.INSUFFICIENT_RESOURCES),
    /** What should be restored is no backup of Hearken's. */
    BACKUP_FOREIGN(Kind.USER),
    /** A backup is cut off, or its bytes are no longer those that were written. */
    BACKUP_DAMAGED(Kind.USER),
    /** A backup goes into a new home only. */
    HOME_NOT_EMPTY(Kind.USER),
    /** The home directory cannot be made, read or written to. */
    HOME_UNUSABLE(Kind.INSUFFICIENT_RESOURCES),
    /** The database was written by a newer release of Hearken. */
    SCHEMA_TOO_NEW(Kind.USER),
    /** Another process held the database for longer than the waiting time. */
    BUSY(Kind.INSUFFICIENT_RESOURCES),
    /** The disk is full. */
    DISK_FULL(Kind.INSUFFICIENT_RESOURCES),
    /** The database server does not answer, or lets nobody of that name in. */
    DATABASE_UNREACHABLE(Kind.INSUFFICIENT_RESOURCES),
    /** The bucket of sounds and models does not answer, or does not let us in. */
    STORAGE_UNREACHABLE(Kind.INSUFFICIENT_RESOURCES),
    /** The database file is damaged, or no database at all. */
    DATABASE_DAMAGED(Kind.INSUFFICIENT_RESOURCES),
    /** The database failed in a way that has no name of its own here. */
    DATABASE_FAILED(Kind.INTERNAL);

    private final Kind kind;

    StoreError(Kind kind) {
        this.kind = kind;
    }

    /** Who can mend it. */
    public Kind kind() {
        return kind;
    }
}
