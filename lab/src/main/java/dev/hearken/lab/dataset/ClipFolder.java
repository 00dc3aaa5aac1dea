package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder of labelled recordings, read: its clips in the order of their paths.
 *
 * <p>Three layouts are recognised by themselves:
 *
 * <ul>
 *   <li>the label in the name, {@code 7_theo_12.wav}, all in one folder or in a folder {@code recordings} below it (FSDD);
 *   <li>a folder for each label, {@code yes/any-name.flac}, the group read from the name where {@link ClipName} understands it, or
 *       from a folder between, {@code yes/speaker/any-name.flac};
 *   <li>such folders inside a folder for each part of a split somebody has made, {@code train/yes/…} and {@code test/yes/…}.
 * </ul>
 *
 * <p>Files are taken by the endings {@code .wav .flac .ogg .oga .mp3}; whether they are what they say is seen when they are loaded.
 * Hidden files and {@code _background_noise_} (Speech Commands' noises, which are not an answer) are passed over.
 *
 * @param root the folder
 * @param layout how the labels were found
 * @param clips every clip with a label
 * @param unplaced audio files whose label could not be told, left out
 */
public record ClipFolder(Path root, Layout layout, List<LabelledClip> clips, List<Path> unplaced) {
    /** Below this many clips a label cannot stand in training, validation and test. */
    public static final int MIN_CLIPS_PER_LABEL = 3;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    /** Where the label of a clip was found. */
    public enum Layout {
        /** {@code label_speaker_take.wav}. */
        LABEL_IN_NAME,
        /** {@code label/name.wav}. */
        FOLDER_PER_LABEL,
        /** {@code train/label/name.wav}. */
        FOLDER_PER_PART
    }

    public ClipFolder {
        clips = List.copyOf(clips);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * Reads a folder, in whichever of the two layouts it is.
     *
     * @throws HearkenException with code {@code DATASET_NOT_FOUND}, {@code DATASET_NOT_A_FOLDER}, {@code DATASET_UNREADABLE},
     *     {@code DATASET_NO_AUDIO}, {@code DATASET_NO_LABELS} or {@code DATASET_TOO_MANY_FILES}
     */
    public static ClipFolder read(Path root) {
        return new ClipFolderReader(root).read();
    }

    /**
     * This folder, if a model can be trained on it.
     *
     * @throws HearkenException with code {@code DATASET_ONE_LABEL} if there is nothing to tell apart, or {@code DATASET_LABEL_TOO_SMALL}
     *     naming the labels with fewer than {@value #MIN_CLIPS_PER_LABEL} clips
     */
    public ClipFolder requireTrainable() {
        Map<Label, Long> counts =
                clips.stream().collect(Collectors.groupingBy(LabelledClip::label, Collectors.counting()));
        if (counts.size() < 2) {
            throw HearkenException.user(
                    "DATASET_ONE_LABEL",
                    "%s holds one label only, %s; a classifier needs at least two to tell apart"
                            .formatted(root, counts.keySet()));
        }
        String small = counts.entrySet().stream()
                .filter(count -> count.getValue() < MIN_CLIPS_PER_LABEL)
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getKey() + " (" + count.getValue() + ")")
                .collect(Collectors.joining(", "));
        if (!small.isEmpty()) {
            throw HearkenException.user(
                    "DATASET_LABEL_TOO_SMALL",
                    "too few clips of %s; each label needs at least %d".formatted(small, MIN_CLIPS_PER_LABEL));
        }
        return this;
    }

    /** The labels: by number if all are whole numbers, otherwise by name. */
    public LabelSet labels() {
        List<Label> labels =
                clips.stream().map(LabelledClip::label).distinct().sorted().toList();
        boolean numbers = labels.stream()
                .allMatch(label -> WHOLE_NUMBER.matcher(label.name()).matches());
        Comparator<Label> byNumber = Comparator.comparing(Label::name, Comparator.comparingInt(Integer::parseInt));
        return new LabelSet(numbers ? labels.stream().sorted(byNumber).toList() : labels);
    }

    /** The known groups, by name. */
    public SortedSet<String> groups() {
        return clips.stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The split the folder itself makes, named {@code given}, where it has a folder for the test and one for training. */
    public Optional<Fold> givenSplit() {
        if (layout != Layout.FOLDER_PER_PART) {
            return Optional.empty();
        }
        Map<SplitPart, List<LabelledClip>> parts = clips.stream()
                .collect(Collectors.groupingBy(clip ->
                        SplitPart.of(root.relativize(clip.file()).getName(0)).orElseThrow()));
        List<LabelledClip> train = parts.getOrDefault(SplitPart.TRAIN, List.of());
        List<LabelledClip> test = parts.getOrDefault(SplitPart.TEST, List.of());
        return train.isEmpty() || test.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fold("given", train, parts.getOrDefault(SplitPart.VALIDATION, List.of()), test));
    }

    /** The same folder with its labels renamed, as a recipe may want: {@code "seven"} to {@code "7"}. */
    public ClipFolder relabelled(Function<Label, Label> rename) {
        List<LabelledClip> renamed = clips.stream()
                .map(clip -> new LabelledClip(clip.file(), rename.apply(clip.label()), clip.group(), clip.take()))
                .toList();
        return new ClipFolder(root, layout, renamed, unplaced);
    }
}
