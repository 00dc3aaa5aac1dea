package dev.hearken.store.contents;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Content as files of one folder.
 *
 * <p>Files are written beside, through to the disk, and moved into place, so that readers, also of other processes, see whole ones only.
 *
 * @param folder made when the first content is kept
 * @param shelf how files are named
 */
public record FolderContents(Path folder, Shelf shelf) implements ContentStore {
    @Override
    public String keep(byte[] content) {
        String sha256 = Sha256.of(content);
        if (find(sha256).isPresent()) {
            return sha256;
        }
        try {
            write(content, file(sha256));
        } catch (IOException e) {
            throw unusable(e);
        }
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        try {
            byte[] content = Files.readAllBytes(file(sha256));
            return Sha256.of(content).equals(sha256) ? Optional.of(content) : Optional.empty();
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Path file(String sha256) {
        return shelf.file(folder, sha256);
    }

    @Override
    public void forget(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> shelf.sha256(folder.relativize(file).toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static void write(byte[] content, Path target) throws IOException {
        Path parent = target.resolveSibling("");
        Files.createDirectories(parent);
        Path temporary = Files.createTempFile(parent, "new", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(parent);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A rename is only on the disk when its directory is. */
    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private StoreException unusable(IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new StoreException(
                full ? StoreError.DISK_FULL : StoreError.HOME_UNUSABLE,
                "the files in " + folder + " cannot be read or written: " + e,
                e);
    }
}
