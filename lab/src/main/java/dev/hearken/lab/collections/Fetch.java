package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a public set to disk: downloaded, checked, unpacked, and its licence written beside it.
 *
 * <p>The archive is downloaded to {@code NAME.part} beside the target and unpacked to {@code NAME.unpacking}; only a whole set gets its
 * place. If all of an archive lies in one folder, that folder's content is the set.
 */
public final class Fetch {
    /** The file beside the recordings that says where they are from and what may be done with them. */
    public static final String SOURCE = "SOURCE.json";

    /** More than the largest set offered; a server may send anything. */
    private static final long MAX_BYTES = 100L << 30;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How it was made sure that the archive is the right one. */
    public enum Check {
        /** Its checksum is the published one. */
        PUBLISHED,
        /** None is published, but it is the same as when it was first fetched. */
        SAME_AS_FIRST,
        /** None is published, and it was fetched for the first time: its checksum is kept for the next. */
        FIRST_USE
    }

    /**
     * A set on disk.
     *
     * @param folder where
     * @param sha256 the archive's checksum
     * @param check what is known of it
     */
    public record Fetched(Path folder, String sha256, Check check) {}

    /** Told how far a download has come. */
    public interface Listener {
        /** So many bytes have arrived, of so many where that is known. */
        void arrived(long bytes, OptionalLong of);
    }

    private final Path pins;
    private final InstantSource clock;
    private final Listener listener;

    /**
     * A way of fetching.
     *
     * @param pins the folder in which checksums of first downloads are kept
     * @param clock dates the note beside the set
     */
    public Fetch(Path pins, InstantSource clock, Listener listener) {
        this.pins = pins;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Fetches a set into a folder that is not there yet, or is empty.
     *
     * @throws HearkenException with code {@code FETCH_TARGET_EXISTS}, {@code FETCH_WRONG_CHECKSUM}, {@code FETCH_WRITE_FAILED}, or as
     *     {@link Download#run} and {@link Archive#unpack}
     */
    public Fetched fetch(PublicSet set, Path target) {
        Path folder = target.toAbsolutePath().normalize();
        try {
            requireFree(folder);
            Path archive = folder.resolveSibling(set.name() + ".part");
            Files.createDirectories(folder.getParent());
            new Download(set.url(), archive, set.bytes().orElse(MAX_BYTES), listener).run();
            Checksum found = Checksum.of(archive);
            Check check = new Pins(pins, set.name()).check(set.url(), set.checksum(), archive, found);
            unpack(archive, folder);
            Files.write(folder.resolve(SOURCE), JSON.writeValueAsBytes(source(set, found, check)));
            Files.delete(archive);
            return new Fetched(target, found.sha256(), check);
        } catch (IOException failure) {
            throw new HearkenException(
                    HearkenException.Kind.INSUFFICIENT_RESOURCES,
                    "FETCH_WRITE_FAILED",
                    "%s cannot be written: %s".formatted(folder, failure),
                    failure);
        }
    }

    private static void requireFree(Path folder) throws IOException {
        if (Files.exists(folder) && (!Files.isDirectory(folder) || !PathUtils.isEmptyDirectory(folder))) {
            throw HearkenException.user(
                    "FETCH_TARGET_EXISTS", folder + " is there already; remove it, or name another place with --to");
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        Path unpacking = folder.resolveSibling(folder.getFileName() + ".unpacking");
        if (Files.exists(unpacking)) {
            PathUtils.deleteDirectory(unpacking);
        }
        Files.createDirectories(unpacking);
        Archive.STANDARD.unpack(archive, unpacking);
        Files.deleteIfExists(folder);
        Path content = onlyFolder(unpacking).orElse(unpacking);
        Files.move(content, folder);
        if (!content.equals(unpacking)) {
            Files.delete(unpacking);
        }
    }

    private static Optional<Path> onlyFolder(Path unpacked) throws IOException {
        try (Stream<Path> files = Files.list(unpacked)) {
            List<Path> some = files.limit(2).toList();
            return some.size() == 1 && Files.isDirectory(some.get(0)) ? Optional.of(some.get(0)) : Optional.empty();
        }
    }

    private ObjectNode source(PublicSet set, Checksum found, Check check) {
        return JSON.createObjectNode()
                .put("name", set.name())
                .put("title", set.title())
                .put("url", set.url().toString())
                .put("sha256", found.sha256())
                .put("check", check.name())
                .put("licence", set.licence())
                .put("licence_url", set.licenceUrl().toString())
                .put("citation", set.citation())
                .put("fetched_at", clock.instant().toString());
    }
}
