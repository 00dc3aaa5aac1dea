package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Voice files that anybody may fetch.
 *
 * @param name the word it is called by
 * @param folder where it goes in the folder of voices
 * @param title what it is
 * @param licence what may be done with it
 * @param files on the web
 * @param packages the same files by package clients; none if no package has them
 */
public record VoiceSet(
        String name, String folder, String title, String licence, List<VoiceFile> files, List<VoicePackage> packages) {
    /**
     * A file of it.
     *
     * @param path where it goes in the set's folder
     * @param sha256 as published, or of the file this release was tried with; empty if there is neither
     */
    public record VoiceFile(String path, URI url, Optional<String> sha256) {}

    /** Those that are offered by name; beside them any voice of Piper's collection can be had by its own name. */
    public static final List<VoiceSet> ALL = read("voice-sets.json");

    /** Language, region, speaker or data set, quality: {@code en_US-lessac-medium}. */
    private static final Pattern PIPER =
            Pattern.compile("([a-z]{2,3})_([A-Z]{2})-([A-Za-z0-9_]+)-(x_low|low|medium|high)");

    private static final String PIPER_BASE =
            "https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/%s/%s_%s/%s/%s/";

    /**
     * The set of this name, or the Piper voice.
     *
     * @throws HearkenException {@code VOICE_SET_UNKNOWN}
     */
    public static VoiceSet named(String name) {
        return ALL.stream()
                .filter(set -> set.name.equals(name))
                .findFirst()
                .or(() -> piper(name))
                .orElseThrow(() -> HearkenException.user(
                        "VOICE_SET_UNKNOWN",
                        "there are no voice files '%s'; there are %s, and any Piper voice by its name, as en_US-lessac-medium"
                                .formatted(
                                        name, ALL.stream().map(VoiceSet::name).collect(Collectors.joining(", ")))));
    }

    private static Optional<VoiceSet> piper(String name) {
        Matcher parts = PIPER.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        URI base = URI.create(
                PIPER_BASE.formatted(parts.group(1), parts.group(1), parts.group(2), parts.group(3), parts.group(4)));
        List<VoiceFile> files = Stream.of(name + ".onnx", name + ".onnx.json", "MODEL_CARD")
                .map(path -> new VoiceFile(path, base.resolve(path), Optional.empty()))
                .toList();
        return Optional.of(
                new VoiceSet(name, "piper/" + name, "Piper voice " + name, "see its MODEL_CARD", files, List.of()));
    }

    /** The same from another place, such as a mirror, in the same folders. Checksums stay: a mirror holds the same bytes. */
    public VoiceSet from(URI base) {
        return new VoiceSet(
                name,
                folder,
                title,
                licence,
                files.stream()
                        .map(file -> new VoiceFile(file.path, base.resolve(file.path), file.sha256))
                        .toList(),
                packages);
    }

    private static List<VoiceSet> read(String resource) {
        try (InputStream in = VoiceSet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue " + resource + " is missing");
            }
            return new JsonMapper()
                    .readTree(in.readAllBytes())
                    .valueStream()
                    .map(VoiceSet::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static VoiceSet of(JsonNode entry) {
        URI base = URI.create(entry.required("base").stringValue());
        return new VoiceSet(
                entry.required("name").stringValue(),
                entry.required("folder").stringValue(),
                entry.required("title").stringValue(),
                entry.required("licence").stringValue(),
                entry.required("files")
                        .valueStream()
                        .map(file -> file(file, base))
                        .toList(),
                entry.required("packages").valueStream().map(VoiceSet::packed).toList());
    }

    private static VoiceFile file(JsonNode entry, URI base) {
        String path = entry.required("path").stringValue();
        return new VoiceFile(
                path,
                base.resolve(entry.path("url").asString(path)),
                Optional.of(entry.path("sha256").asString("")).filter(sum -> !sum.isEmpty()));
    }

    private static VoicePackage packed(JsonNode entry) {
        return new VoicePackage(
                VoicePackage.Client.valueOf(
                        entry.required("client").stringValue().toUpperCase(Locale.ROOT)),
                entry.required("name").stringValue(),
                entry.required("version").stringValue(),
                entry.required("sha256").stringValue(),
                entry.required("from").stringValue(),
                entry.required("to").stringValue());
    }
}
