package dev.hearken.store.registry;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The model files on disk, each named by the SHA-256 of its bytes: {@code ab/abcdef….onnx}.
 *
 * <p>A file appears under its name all at once and on the disk, or not at all, so whoever finds a name finds the whole model.
 */
final class ModelShelf {
    private final Path root;

    ModelShelf(Path root) {
        this.root = root;
    }

    /** Keeps the model; nothing happens if it is here already and whole. */
    void put(ModelFile model, String sha256) {
        Path place = place(sha256);
        try {
            if (Files.exists(place) && isWhole(place, sha256)) {
                return;
            }
            Path shelf = Files.createDirectories(root.resolve(sha256.substring(0, 2)));
            Path partial = Files.createTempFile(shelf, sha256, ".partial");
            try {
                writeThrough(partial, model.toBytes());
                Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
                flushDirectory(shelf);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new StoreException(StoreError.HOME_UNUSABLE, "cannot keep a model in " + root + ": " + e, e);
        }
    }

    /**
     * The model of that digest.
     *
     * @throws StoreException {@link StoreError#MODEL_DAMAGED} if the file is missing, unreadable or not what was put there
     */
    ModelFile get(String sha256) {
        Path place = place(sha256);
        ModelFile model;
        try {
            model = ModelFile.read(place);
        } catch (HearkenException e) {
            throw new StoreException(
                    StoreError.MODEL_DAMAGED, "model " + sha256 + " cannot be read: " + e.getMessage(), e);
        }
        if (!model.digest().equals(sha256)) {
            throw new StoreException(
                    StoreError.MODEL_DAMAGED,
                    "the bytes of " + place + " changed since they were registered: their SHA-256 is "
                            + model.digest());
        }
        return model;
    }

    /** Where the model of that digest is, or would be. */
    Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256 + ".onnx");
    }

    private static boolean isWhole(Path place, String sha256) {
        try {
            return ModelFile.read(place).digest().equals(sha256);
        } catch (HearkenException damaged) {
            return false;
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A rename is only on the disk when its directory is. */
    private static void flushDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
