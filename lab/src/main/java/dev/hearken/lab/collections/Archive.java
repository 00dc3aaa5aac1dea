package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unpacks a {@code .zip} or {@code .tar.gz}, known by its first bytes, into a folder.
 *
 * <p>An archive is input like any other: a path that leads out of the folder refuses all of it, links and devices are left out, and so
 * many files and bytes are taken and no more.
 *
 * @param maxEntries how many files and folders
 * @param maxBytes how many bytes in all, unpacked
 */
record Archive(int maxEntries, long maxBytes) {
    /** Speech Commands has 105,836 files, LibriSpeech 60 GB. */
    static final Archive STANDARD = new Archive(1_000_000, 200L << 30);

    private static final int HEAD_BYTES = 2;

    /**
     * Unpacks all of it.
     *
     * @throws HearkenException with code {@code ARCHIVE_UNKNOWN_FORMAT}, {@code ARCHIVE_UNSAFE}, {@code ARCHIVE_TOO_LARGE} or
     *     {@code ARCHIVE_MALFORMED}
     */
    void unpack(Path archive, Path folder) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive));
                ArchiveInputStream<? extends ArchiveEntry> entries = open(bytes, archive)) {
            long unpacked = 0;
            int count = 0;
            for (ArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                count++;
                require(count <= maxEntries, archive);
                unpacked += unpack(entries, entry, folder, maxBytes - unpacked, archive);
            }
        } catch (IOException malformed) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "ARCHIVE_MALFORMED",
                    "%s cannot be unpacked: %s".formatted(archive, malformed.getMessage()),
                    malformed);
        }
    }

    private static ArchiveInputStream<? extends ArchiveEntry> open(InputStream bytes, Path archive) throws IOException {
        bytes.mark(HEAD_BYTES);
        byte[] head = bytes.readNBytes(HEAD_BYTES);
        bytes.reset();
        if (head.length == HEAD_BYTES && head[0] == 'P' && head[1] == 'K') {
            return new ZipArchiveInputStream(bytes);
        }
        if (head.length == HEAD_BYTES && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return new TarArchiveInputStream(GzipCompressorInputStream.builder()
                    .setInputStream(bytes)
                    .setDecompressConcatenated(true)
                    .get());
        }
        throw HearkenException.user("ARCHIVE_UNKNOWN_FORMAT", archive + " is neither a .zip nor a .tar.gz");
    }

    private static long unpack(InputStream content, ArchiveEntry entry, Path folder, long allowed, Path archive)
            throws IOException {
        Path target = target(entry, folder, archive);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return 0;
        }
        if (entry instanceof TarArchiveEntry tar && (!tar.isFile() || tar.isSymbolicLink() || tar.isLink())) {
            return 0;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        long written = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                written += read;
                require(written <= allowed, archive);
                out.write(buffer, 0, read);
            }
        }
        return written;
    }

    private static Path target(ArchiveEntry entry, Path folder, Path archive) {
        try {
            Path target = folder.resolve(entry.getName()).normalize();
            if (target.startsWith(folder.normalize())) {
                return target;
            }
        } catch (InvalidPathException noPath) {
            // Refused below like a path that leads out.
        }
        throw HearkenException.user(
                "ARCHIVE_UNSAFE", "%s holds a file that would lie outside, '%s'".formatted(archive, entry.getName()));
    }

    private static void require(boolean allowed, Path archive) {
        if (!allowed) {
            throw HearkenException.user(
                    "ARCHIVE_TOO_LARGE",
                    archive + " unpacks to more files or bytes than are taken; is it what it says?");
        }
    }
}
