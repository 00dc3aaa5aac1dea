package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What lies in a user's folder, looked at once.
 *
 * <p>Files are taken for audio by the endings {@code .wav .flac .ogg .oga .mp3}; whether they are what they say is seen when they are
 * loaded. Hidden files are passed over, and what lies in {@code _background_noise_} is kept apart: it is not an answer.
 */
final class DataFolder {
    /** More is taken for a mistake, such as naming the root of a disk. */
    private static final int MAX_FILES = 1_000_000;

    /** {@code part/label/group/file} needs no more; a manifest may point deeper. */
    private static final int MAX_DEPTH = 4;

    /** Each is looked into to see whether it is a manifest; more are notes on single clips. */
    private static final int MAX_MANIFESTS = 1_000;

    private static final Set<String> ENDINGS = Set.of("wav", "flac", "ogg", "oga", "mp3");
    private static final String BACKGROUND_NOISE = "_background_noise_";

    private final Path root;
    private final List<Path> audio = new ArrayList<>();
    private final List<Path> noises = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();

    private DataFolder(Path root) {
        this.root = root;
    }

    /**
     * Looks into a folder; or at a manifest alone, given by itself, whose folder is then not searched for more.
     *
     * @throws HearkenException with code {@code DATASET_NOT_FOUND}, {@code DATASET_NOT_A_FOLDER}, {@code DATASET_UNREADABLE} or
     *     {@code DATASET_TOO_MANY_FILES}
     */
    static DataFolder open(Path given) {
        if (!Files.exists(given)) {
            throw HearkenException.user("DATASET_NOT_FOUND", "there is no folder " + given);
        }
        if (Files.isDirectory(given)) {
            DataFolder folder = new DataFolder(given);
            folder.look();
            return folder;
        }
        if (isAudio(given)) {
            throw HearkenException.user("DATASET_NOT_A_FOLDER", given + " is not a folder");
        }
        Path parent = given.getParent();
        DataFolder folder = new DataFolder(parent == null ? Path.of("") : parent);
        folder.others.add(given);
        return folder;
    }

    private void look() {
        try (Stream<Path> walk = Files.walk(root, MAX_DEPTH)) {
            // One more than allowed is enough to know that there are too many.
            walk.filter(file -> !isHidden(file) && Files.isRegularFile(file))
                    .limit(MAX_FILES + 1L)
                    .sorted()
                    .forEach(file -> kindOf(file).add(file));
        } catch (IOException | UncheckedIOException failure) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "DATASET_UNREADABLE", root + " cannot be read: " + failure, failure);
        }
        if (audio.size() + noises.size() + others.size() > MAX_FILES) {
            throw HearkenException.user(
                    "DATASET_TOO_MANY_FILES", "%s holds more than %d files".formatted(root, MAX_FILES));
        }
    }

    private boolean isHidden(Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private List<Path> kindOf(Path file) {
        if (!isAudio(file)) {
            return others;
        }
        for (Path part : inside(file)) {
            if (part.toString().equals(BACKGROUND_NOISE)) {
                return noises;
            }
        }
        return audio;
    }

    /** The folder. */
    Path root() {
        return root;
    }

    /** The audio files, in the order of their paths, without the noises. */
    List<Path> audio() {
        return audio;
    }

    /** The audio files of {@code _background_noise_}. */
    List<Path> noises() {
        return noises;
    }

    /** The other files whose names please {@code wanted}, the first {@value #MAX_MANIFESTS} of them, those in the fewest folders first. */
    List<Path> files(Predicate<String> wanted) {
        return others.stream()
                .filter(file -> wanted.test(name(file)))
                .sorted(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                .limit(MAX_MANIFESTS)
                .toList();
    }

    /** How the folder itself names a file in it; a file elsewhere keeps its whole path. */
    Path inside(Path file) {
        return inside(root, file);
    }

    /** How {@code root} names a file in it; a file elsewhere keeps its whole path. */
    static Path inside(Path root, Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path rootPlace = root.toAbsolutePath().normalize();
        return place.startsWith(rootPlace) ? rootPlace.relativize(place) : place;
    }

    static List<String> endings() {
        return ENDINGS.stream().sorted().map(ending -> "." + ending).toList();
    }

    private static boolean isAudio(Path file) {
        return name(file).indexOf('.') > 0 && ENDINGS.contains(ending(file));
    }

    /** The last name of a path. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** The name without what follows its last dot. */
    static String stem(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** What follows the last dot of the name, in lower case. */
    static String ending(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
