package dev.hearken.store.catalogue;

import dev.hearken.store.database.StoreException;
import java.util.Optional;

/**
 * Where the bytes of recordings lie, each under the SHA-256 of its content: the same sound is kept once, and one that was
 * damaged is not found. Safe for use by many threads and processes.
 */
public interface SoundStore {
    /**
     * Keeps the bytes of a recording, in the format they are in.
     *
     * @return their SHA-256, under which they are found
     * @throws StoreException {@code DISK_FULL} or {@code HOME_UNUSABLE} if they cannot be kept
     */
    String keep(byte[] sound);

    /** The bytes with this SHA-256; empty if there are none, or if they are no longer what they were. */
    Optional<byte[]> find(String sha256);

    /** Deletes the bytes with this SHA-256, if there are any. */
    void forget(String sha256);
}
