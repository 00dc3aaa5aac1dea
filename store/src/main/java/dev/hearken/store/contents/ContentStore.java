package dev.hearken.store.contents;

import dev.hearken.store.database.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where bytes lie, each under the SHA-256 of its content: the same content is kept once, and what was damaged is not found. It is there
 * whole or not at all, and on the disk when {@link #keep} returns. Safe for use by many threads and processes.
 */
public interface ContentStore {
    /**
     * Keeps bytes.
     *
     * @return their SHA-256, under which they are found
     * @throws StoreException {@code DISK_FULL}, {@code HOME_UNUSABLE} or {@code STORAGE_UNREACHABLE} if they cannot be kept
     */
    String keep(byte[] content);

    /**
     * The bytes with this SHA-256; empty if there are none, or if they are no longer what they were.
     *
     * @throws StoreException {@code STORAGE_UNREACHABLE} if nobody can tell
     */
    Optional<byte[]> find(String sha256);

    /**
     * A file of this machine with these bytes, fetched if need be. It must not be changed. Where there are no such bytes, there is no such
     * file.
     */
    Path file(String sha256);

    /** Deletes the bytes with this SHA-256, if there are any. */
    void forget(String sha256);

    /** The SHA-256 of everything that is here, in their order. */
    List<String> all();
}
