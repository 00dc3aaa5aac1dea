package dev.hearken.store.catalogue;

import java.nio.file.Path;

/**
 * A stretch of a user's own recording, which stays where it is.
 *
 * @param file absolute
 * @param startSeconds at least 0
 * @param endSeconds after the start
 */
public record FileSpan(Path file, double startSeconds, double endSeconds) {
    public FileSpan {
        file = file.toAbsolutePath().normalize();
        if (!(startSeconds >= 0) || !(endSeconds > startSeconds)) {
            throw new IllegalArgumentException(
                    "a stretch of a recording starts at 0 s or later and ends after that, got " + startSeconds + " to "
                            + endSeconds + " s");
        }
    }
}
