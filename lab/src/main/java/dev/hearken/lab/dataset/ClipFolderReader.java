package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.ClipFolder.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the audio files below a folder and tells each one's label, group and take from where it lies and what it is called. */
final class ClipFolderReader {
    /** More is taken for a mistake, such as naming the root of a disk. */
    private static final int MAX_FILES = 1_000_000;

    /** {@code part/label/group/file} needs no more. */
    private static final int MAX_DEPTH = 4;

    private static final Set<String> ENDINGS = Set.of("wav", "flac", "ogg", "oga", "mp3");
    private static final String BACKGROUND_NOISE = "_background_noise_";

    private final Path root;
    private final List<LabelledClip> clips = new ArrayList<>();
    private final List<Path> unplaced = new ArrayList<>();

    ClipFolderReader(Path root) {
        this.root = root;
    }

    ClipFolder read() {
        List<Path> files = audioFiles();
        Layout layout = layoutOf(files);
        for (Path file : files) {
            Path inside = root.relativize(file);
            Optional<LabelledClip> clip = switch (layout) {
                case LABEL_IN_NAME -> byName(file);
                case FOLDER_PER_LABEL -> byFolder(file, inside);
                case FOLDER_PER_PART -> byFolder(file, inside.subpath(1, inside.getNameCount()));
            };
            clip.ifPresentOrElse(clips::add, () -> unplaced.add(file));
        }
        if (clips.isEmpty()) {
            throw HearkenException.user(
                    "DATASET_NO_LABELS",
                    "%s holds %d audio files but no labels; put the clips of each label into a folder of its name (yes/1.wav, no/1.wav)"
                                    .formatted(root, files.size())
                            + " or name them label_speaker_take.wav (7_theo_0.wav)");
        }
        return new ClipFolder(root, layout, clips, unplaced);
    }

    private List<Path> audioFiles() {
        if (!Files.exists(root)) {
            throw HearkenException.user("DATASET_NOT_FOUND", "there is no folder " + root);
        }
        if (!Files.isDirectory(root)) {
            throw HearkenException.user("DATASET_NOT_A_FOLDER", root + " is not a folder");
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root, MAX_DEPTH)) {
            // One more than allowed is enough to know that there are too many.
            files = walk.filter(this::isAudio).limit(MAX_FILES + 1L).sorted().toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "DATASET_UNREADABLE", root + " cannot be read: " + failure, failure);
        }
        if (files.size() > MAX_FILES) {
            throw HearkenException.user(
                    "DATASET_TOO_MANY_FILES", "%s holds more than %d audio files".formatted(root, MAX_FILES));
        }
        if (files.isEmpty()) {
            throw HearkenException.user(
                    "DATASET_NO_AUDIO",
                    "%s holds no audio files (%s)".formatted(root, String.join(", ", sortedEndings())));
        }
        return files;
    }

    private boolean isAudio(Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".") || part.toString().equals(BACKGROUND_NOISE)) {
                return false;
            }
        }
        return fileName(file).indexOf('.') > 0 && ENDINGS.contains(ending(file)) && Files.isRegularFile(file);
    }

    /** The label stands in the name where most of the files lying flat are named so. */
    private Layout layoutOf(List<Path> files) {
        List<Path> flat = files.stream().filter(this::liesFlat).toList();
        long named = flat.stream()
                .filter(file -> ClipName.labelled(stem(file)).matches())
                .count();
        if (named * 2 > files.size()) {
            return Layout.LABEL_IN_NAME;
        }
        return isSplit(files) ? Layout.FOLDER_PER_PART : Layout.FOLDER_PER_LABEL;
    }

    /** Whether every file lies in a folder of a part, and there are folders of two parts at least: "test" alone may be a label. */
    private boolean isSplit(List<Path> files) {
        List<Path> inside = files.stream().map(root::relativize).toList();
        Set<Optional<SplitPart>> parts = inside.stream()
                .map(file -> file.getNameCount() > 2 ? SplitPart.of(file.getName(0)) : Optional.<SplitPart>empty())
                .collect(Collectors.toSet());
        return parts.size() > 1 && !parts.contains(Optional.<SplitPart>empty());
    }

    private boolean liesFlat(Path file) {
        Path inside = root.relativize(file);
        return inside.getNameCount() == 1
                || (inside.getNameCount() == 2 && inside.getName(0).toString().equals("recordings"));
    }

    private Optional<LabelledClip> byName(Path file) {
        Matcher matcher = ClipName.labelled(stem(file));
        if (!liesFlat(file) || !matcher.matches()) {
            return Optional.empty();
        }
        ClipName name = ClipName.of(matcher);
        return Optional.of(new LabelledClip(file, new Label(matcher.group("label")), name.group(), name.take()));
    }

    /** {@code label/name} or {@code label/group/name}. */
    private static Optional<LabelledClip> byFolder(Path file, Path inside) {
        if (inside.getNameCount() < 2
                || inside.getNameCount() > 3
                || inside.getName(0).toString().isBlank()) {
            return Optional.empty();
        }
        String label = inside.getName(0).toString();
        ClipName name = ClipName.inFolder(label, stem(file));
        Optional<String> group =
                inside.getNameCount() == 3 ? Optional.of(inside.getName(1).toString()) : name.group();
        return Optional.of(new LabelledClip(file, new Label(label), group, name.take()));
    }

    private static List<String> sortedEndings() {
        return ENDINGS.stream().sorted().map(ending -> "." + ending).toList();
    }

    private static String stem(Path file) {
        String name = fileName(file);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String ending(Path file) {
        String name = fileName(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
