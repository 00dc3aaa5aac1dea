package dev.hearken.store.catalogue;

import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.database.Database;
import java.util.Optional;

/**
 * Deletes sounds nobody refers to any more.
 *
 * <p>The same sound may come in again while it is being deleted. So whoever deletes looks again afterwards, and puts it back if it is wanted;
 * and whoever adds a clip looks again whether its sound is there ({@link ProjectClips#add}). Whichever comes last finds the other's work.
 *
 * @param sounds where the files lie
 */
public record UnusedSounds(Database database, ContentStore sounds) {
    /** Deletes the sound of that SHA-256, unless a clip, something said or a remembered answer refers to it. */
    public void forget(String sha256) {
        if (isUsed(sha256)) {
            return;
        }
        Optional<byte[]> sound = sounds.find(sha256);
        sounds.forget(sha256);
        if (isUsed(sha256)) {
            sound.ifPresent(sounds::keep);
        }
    }

    private boolean isUsed(String sha256) {
        return database.read(handle -> handle.select(
                                "SELECT (SELECT count(*) FROM project_clip WHERE sha256 = ?)"
                                        + " + (SELECT count(*) FROM spoken_clip WHERE sha256 = ?)"
                                        + " + (SELECT count(*) FROM prediction WHERE audio_sha256 = ?)",
                                sha256,
                                sha256,
                                sha256)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
