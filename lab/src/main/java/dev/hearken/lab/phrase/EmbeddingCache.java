package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A folder of embedded sounds that were heard before, each set under the digest of all that decides it.
 *
 * <p>Safe for use by many threads, and by many processes.
 */
final class EmbeddingCache {
    private final Path folder;
    private final AtomicInteger found = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    EmbeddingCache(Path folder) {
        this.folder = folder;
    }

    /** Names what the ear makes of clips with this digest, heard in a way told by {@code how}. */
    static String key(String digest, String how) {
        return SoundDigest.of(
                String.join("\n", Ear.EMBEDDING.weights().digest(), Integer.toString(Hearing.FRAMING), digest, how));
    }

    /** What is kept under the key, else what is made now; a file that cannot be read is made anew. */
    EmbeddingFile get(String key, Supplier<List<EmbeddedSound>> maker) {
        Optional<EmbeddingFile> kept = read(file(key));
        if (kept.isPresent()) {
            found.incrementAndGet();
            return kept.get();
        }
        made.incrementAndGet();
        EmbeddingFile fresh = new EmbeddingFile(Ear.EMBEDDING.weights().digest(), List.of(), maker.get());
        // What is kept is rounded; the first to hear it must hear the same.
        return EmbeddingFile.read(kept(file(key), fresh));
    }

    /** How many sets were found, and how many had to be made. */
    String tally() {
        return "%s sounds or sets of them had been heard before, %s were heard now".formatted(found, made);
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".hke");
    }

    private static Optional<EmbeddingFile> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(EmbeddingFile.read(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | HearkenException unreadable) {
            return Optional.empty();
        }
    }

    private byte[] kept(Path file, EmbeddingFile sounds) {
        try {
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sounds.write(bytes);
            Path partial = Files.createTempFile(file.getParent(), "new", ".partial");
            Files.write(partial, bytes.toByteArray());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the cache " + folder + " cannot be written", unwritable);
        }
    }
}
