package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collection of recordings that anybody may fetch.
 *
 * @param name the word it is called by
 * @param title its own name
 * @param url its archive, a {@code .zip} or {@code .tar.gz}
 * @param checksum the archive's, where one is published; archives that a site packs anew have none
 * @param bytes the archive's size, where it is known
 * @param licence what may be done with it
 * @param licenceUrl the licence's text
 * @param citation whose work it is
 */
public record PublicSet(
        String name,
        String title,
        URI url,
        Optional<Checksum> checksum,
        OptionalLong bytes,
        String licence,
        URI licenceUrl,
        String citation) {
    /** The sets there are, in the order they are offered. */
    public static final List<PublicSet> ALL = read("public-sets.json");

    /**
     * The set of this name.
     *
     * @throws HearkenException with code {@code PUBLIC_SET_UNKNOWN}
     */
    public static PublicSet named(String name) {
        return ALL.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "PUBLIC_SET_UNKNOWN", "there is no public set '%s'; there are %s".formatted(name, names())));
    }

    /** All names, for people. */
    public static String names() {
        return ALL.stream().map(PublicSet::name).collect(Collectors.joining(", "));
    }

    /** The same set from another place, such as a mirror. The checksum stays: a mirror holds the same bytes. */
    public PublicSet from(URI other) {
        return new PublicSet(name, title, other, checksum, bytes, licence, licenceUrl, citation);
    }

    private static List<PublicSet> read(String resource) {
        try (InputStream in = PublicSet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue " + resource + " is missing");
            }
            return new JsonMapper()
                    .readTree(in.readAllBytes())
                    .valueStream()
                    .map(PublicSet::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static PublicSet of(JsonNode entry) {
        return new PublicSet(
                entry.get("name").stringValue(),
                entry.get("title").stringValue(),
                URI.create(entry.get("url").stringValue()),
                Optional.ofNullable(entry.get("sha256")).map(digits -> new Checksum(digits.stringValue())),
                entry.has("bytes") ? OptionalLong.of(entry.get("bytes").longValue()) : OptionalLong.empty(),
                entry.get("licence").stringValue(),
                URI.create(entry.get("licence_url").stringValue()),
                entry.get("citation").stringValue());
    }
}
