package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One recording named on the command line.
 *
 * @param name its path as the user would write it, or {@code -} for standard input
 */
record Recording(String name) {
    private static final String STANDARD_INPUT = "-";

    /** What is taken from a folder; a file named outright may be called anything. */
    private static final Set<String> ENDINGS = Set.of("wav", "flac", "ogg", "oga", "mp3");

    /**
     * The recordings an argument stands for: {@code -}, a file, all audio files below a folder, or those a glob matches.
     *
     * @throws HearkenException {@code NO_AUDIO_FILES} if a folder or glob holds none
     */
    static List<Recording> named(String argument) {
        if (argument.equals(STANDARD_INPUT)) {
            return List.of(new Recording(argument));
        }
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                return below(path, Recording::hasAudioEnding, argument);
            }
            if (!Files.exists(path) && argument.matches(".*[*?\\[{].*")) {
                return matching(argument);
            }
        } catch (InvalidPathException notAPath) {
            throw HearkenException.user("PATH_INVALID", "not a path: " + notAPath.getMessage());
        }
        return List.of(new Recording(argument));
    }

    Decoding read() {
        return read(AudioReader.standard());
    }

    /** Reads with other limits. */
    Decoding read(AudioReader reader) {
        if (isStandardInput()) {
            return reader.read(System.in);
        }
        Path path = Path.of(name);
        return Files.exists(path) ? reader.read(path) : new Rejected(Rejection.UNREADABLE, "there is no such file");
    }

    boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }

    private static List<Recording> matching(String glob) {
        Path pattern = Path.of(glob).normalize();
        Path fixed = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
        for (Path part : pattern) {
            if (part.toString().matches(".*[*?\\[{].*")) {
                break;
            }
            fixed = fixed.resolve(part);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return below(fixed, matcher::matches, glob);
    }

    private static List<Recording> below(Path folder, Predicate<Path> wanted, String argument) {
        List<Recording> found;
        try (Stream<Path> walk = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            found = walk.filter(Files::isRegularFile)
                    .filter(wanted)
                    .sorted()
                    .map(path -> new Recording(path.toString()))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "FOLDER_UNREADABLE",
                    "cannot read " + folder + ": " + unreadable.getMessage(),
                    unreadable);
        }
        if (found.isEmpty()) {
            throw HearkenException.user("NO_AUDIO_FILES", "no audio files in '" + argument + "'");
        }
        return found;
    }

    private static boolean hasAudioEnding(Path path) {
        String name = path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending);
    }
}
