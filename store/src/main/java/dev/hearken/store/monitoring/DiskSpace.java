package dev.hearken.store.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a disk is left for us.
 *
 * @param totalBytes how large it is
 * @param freeBytes what we may still write
 */
public record DiskSpace(long totalBytes, long freeBytes) {
    /** The disk that a file or directory lies on. */
    public static DiskSpace of(Path place) {
        try {
            FileStore store = Files.getFileStore(place);
            return new DiskSpace(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException gone) {
            throw new UncheckedIOException("the disk of " + place + " cannot be asked", gone);
        }
    }

    /** The share that is taken, in [0, 1]; what is kept back for others counts as taken. */
    public double fullShare() {
        return totalBytes == 0 ? 0 : 1 - (double) freeBytes / totalBytes;
    }
}
