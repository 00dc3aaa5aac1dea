package dev.hearken.store.catalogue;

import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Sounds as files of one folder, in 256 folders by the first digits of their SHA-256.
 *
 * <p>Files are written beside and moved into place, so that readers, also of other processes, see whole ones only.
 *
 * @param folder made when the first sound is kept
 */
public record FolderSounds(Path folder) implements SoundStore {
    private static final int DIGITS_OF_FOLDER = 2;

    /** The sounds of a home. */
    public static FolderSounds of(Home home) {
        return new FolderSounds(home.sounds());
    }

    @Override
    public String keep(byte[] sound) {
        String sha256 = Sha256.of(sound);
        if (find(sha256).isPresent()) {
            return sha256;
        }
        try {
            write(sound, file(sha256));
        } catch (IOException e) {
            throw unusable(e);
        }
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        try {
            byte[] sound = Files.readAllBytes(file(sha256));
            return Sha256.of(sound).equals(sha256) ? Optional.of(sound) : Optional.empty();
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void forget(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Where a sound lies, or would. It must not be changed. */
    public Path file(String sha256) {
        String name = Sha256.checked(sha256);
        return folder.resolve(name.substring(0, DIGITS_OF_FOLDER)).resolve(name.substring(DIGITS_OF_FOLDER));
    }

    private void write(byte[] sound, Path target) throws IOException {
        Path parent = Files.createDirectories(folder.resolve(target.getName(target.getNameCount() - 2)));
        Path temporary = Files.createTempFile(parent, "new", ".tmp");
        try {
            Files.write(temporary, sound);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private StoreException unusable(IOException e) {
        return new StoreException(StoreError.HOME_UNUSABLE, "sounds cannot be kept in " + folder + ": " + e, e);
    }
}
