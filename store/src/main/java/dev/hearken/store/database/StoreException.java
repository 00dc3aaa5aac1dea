package dev.hearken.store.database;

import dev.hearken.core.HearkenException;

/** The store could not do what it was asked. Its {@link #code()} is the name of its {@link #error()}. */
public final class StoreException extends HearkenException {
    private static final long serialVersionUID = 1L;

    private final StoreError error;

    public StoreException(StoreError error, String message) {
        super(error.kind(), error.name(), message);
        this.error = error;
    }

    public StoreException(StoreError error, String message, Throwable cause) {
        super(error.kind(), error.name(), message, cause);
        this.error = error;
    }

    /** Why. */
    public StoreError error() {
        return error;
    }
}
