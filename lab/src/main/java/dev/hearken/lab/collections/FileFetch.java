package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Brings single files to disk: downloaded to {@code NAME.part}, checked, and only then put in their place.
 *
 * @param pins the folder in which checksums of first downloads are kept
 * @param name under which they are kept
 */
public record FileFetch(Path pins, String name, Fetch.Listener listener) {
    /** Larger than any voice. */
    private static final long MAX_BYTES = 4L << 30;

    /**
     * Fetches a file that is not there yet; a download that breaks off goes on in the next call.
     *
     * @param sha256 as published; else the first download's is kept and held against later ones
     * @return its SHA-256
     * @throws HearkenException as {@link Fetch#fetch}
     */
    public String fetch(URI url, Optional<String> sha256, Path target) throws IOException {
        if (Files.exists(target)) {
            return sha256(target);
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        new Download(url, part, MAX_BYTES, listener).run();
        Checksum found = Checksum.of(part);
        new Pins(pins, name).check(url, sha256.map(Checksum::new), part, found);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return found.sha256();
    }

    /** Unpacks a {@code .zip} or {@code .tar.gz}, known by its content, into a folder. */
    public static void unpack(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        Archive.STANDARD.unpack(archive, folder);
    }

    /** The SHA-256 of a file, as 64 hexadecimal digits. */
    public static String sha256(Path file) throws IOException {
        return Checksum.of(file).sha256();
    }
}
