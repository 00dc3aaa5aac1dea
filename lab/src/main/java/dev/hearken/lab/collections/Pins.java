package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checksums of archives for which none is published, as they were when first fetched: whether the first was right nobody can say, but that
 * later ones are the same.
 */
final class Pins {
    private final Path file;

    /** The pins kept in a folder, which is made when the first is. */
    Pins(Path folder, String name) {
        this.file = folder.resolve(name + ".pins");
    }

    /**
     * Whether a file is what is published at its address, or what was fetched there first; the first is kept for the next.
     *
     * @param file deleted if it is not: kept, it would be taken for the beginning of the right one
     * @throws HearkenException {@code FETCH_WRONG_CHECKSUM}
     */
    Fetch.Check check(URI url, Optional<Checksum> published, Path file, Checksum found) throws IOException {
        Optional<Checksum> pinned = of(url);
        Optional<Checksum> expected = published.or(() -> pinned);
        if (expected.isEmpty()) {
            keep(url, found);
            return Fetch.Check.FIRST_USE;
        }
        if (!expected.get().equals(found)) {
            Files.delete(file);
            throw HearkenException.user(
                    "FETCH_WRONG_CHECKSUM",
                    "%s has %s, but %s was expected, %s; it is damaged, changed or forged, and was deleted"
                            .formatted(
                                    url,
                                    found,
                                    expected.get(),
                                    published.isPresent() ? "as published" : "as when first fetched, by " + this));
        }
        return published.isPresent() ? Fetch.Check.PUBLISHED : Fetch.Check.SAME_AS_FIRST;
    }

    /** What was fetched from here the first time. */
    Optional<Checksum> of(URI url) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.endsWith("  " + url))
                .findFirst()
                .map(line -> new Checksum(line.substring(0, line.indexOf(' '))));
    }

    /** Keeps what was fetched, a line as {@code sha256sum} writes it. */
    void keep(URI url, Checksum checksum) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.write(file, (before + checksum.sha256() + "  " + url + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The file they are in, which may be removed by whoever trusts the new. */
    @Override
    public String toString() {
        return file.toString();
    }
}
