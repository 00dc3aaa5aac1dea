package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user's recordings, read: what there is, under which labels and in which groups.
 *
 * <p>The layout is recognised from what is in the folder. docs/data.md shows each with an example: label in the name, folder for each
 * label, folder for each part of a split, Speech Commands with its lists, ESC-50, Hugging Face audiofolder, a table (CSV, TSV or JSON
 * lines), NeMo, Kaldi, Audacity label tracks.
 *
 * @param root the folder
 * @param layout the word of the layout it was read by, such as {@code folder-per-label}
 * @param recordings every recording that is there, with or without a label
 * @param unplaced audio files in the folder that the layout has no place for, left out
 * @param skipped entries of manifests that lead to no recording
 * @param noises recordings of background noise: to be mixed in, not an answer
 */
public record ClipFolder(
        Path root,
        String layout,
        List<Recording> recordings,
        List<Path> unplaced,
        List<SkippedEntry> skipped,
        List<Path> noises) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    public ClipFolder {
        recordings = List.copyOf(recordings);
        unplaced = List.copyOf(unplaced);
        skipped = List.copyOf(skipped);
        noises = List.copyOf(noises);
    }

    /**
     * Reads a folder in whichever known layout it is, or a manifest given by itself.
     *
     * @throws HearkenException with code {@code DATASET_NOT_FOUND}, {@code DATASET_NOT_A_FOLDER}, {@code DATASET_UNREADABLE},
     *     {@code DATASET_NO_AUDIO}, {@code DATASET_NO_LABELS}, {@code DATASET_NO_CLIPS}, {@code DATASET_TOO_MANY_FILES},
     *     {@code DATASET_MANIFEST_TOO_LARGE}, {@code DATASET_MANIFEST_NOT_UTF8}, {@code DATASET_MANIFEST_MALFORMED} or
     *     {@code DATASET_PIPED_COMMAND}
     */
    public static ClipFolder read(Path root) {
        DataFolder folder = DataFolder.open(root);
        Layout layout = Layout.of(folder).orElseThrow(() -> unknown(root, folder));
        Findings findings = new Findings(folder);
        layout.read(folder, findings);
        return findings.in(layout);
    }

    private static HearkenException unknown(Path root, DataFolder folder) {
        if (!folder.audio().isEmpty()) {
            return HearkenException.user(
                    "DATASET_NO_LABELS",
                    "%s holds %d audio files but no labels; put the clips of each label into a folder of its name (yes/1.wav, no/1.wav),"
                                    .formatted(root, folder.audio().size())
                            + " name them label_speaker_take.wav (7_theo_0.wav) or list them in metadata.csv (file_name,label)");
        }
        if (!folder.root().equals(root)) {
            return HearkenException.user(
                    "DATASET_NOT_A_FOLDER",
                    root
                            + " is neither a folder nor a list of recordings with a column file_name or a key audio_filepath");
        }
        return HearkenException.user(
                "DATASET_NO_AUDIO",
                "%s holds no audio files (%s)".formatted(root, String.join(", ", DataFolder.endings())));
    }

    /** How the folder itself names a recording, and which stretch of it is meant: {@code yes/1.wav}, {@code talk.wav (1.5-2 s)}. */
    public String name(Recording recording) {
        String file = DataFolder.inside(root, recording.file()).toString();
        return recording.span().map(span -> file + " (" + span + ")").orElse(file);
    }

    /** The recordings whose label the data set tells. */
    public List<LabelledClip> clips() {
        return recordings.stream()
                .flatMap(recording -> recording.givenLabel().map(recording::labelled).stream())
                .toList();
    }

    /**
     * The labels: by number if all are whole numbers, otherwise by name.
     *
     * @throws HearkenException with code {@code DATASET_NO_LABELS} if no recording has one
     */
    public LabelSet labels() {
        List<Label> labels = recordings.stream()
                .flatMap(recording -> recording.givenLabel().stream())
                .distinct()
                .sorted()
                .toList();
        if (labels.isEmpty()) {
            throw HearkenException.user(
                    "DATASET_NO_LABELS",
                    "%s lists %d recordings and no label; name a column 'label' (what is told: %s)"
                            .formatted(
                                    root,
                                    recordings.size(),
                                    recordings.get(0).attributes().keySet()));
        }
        boolean numbers = labels.stream()
                .allMatch(label -> WHOLE_NUMBER.matcher(label.name()).matches());
        Comparator<Label> byNumber = Comparator.comparing(Label::name, Comparator.comparingInt(Integer::parseInt));
        return new LabelSet(numbers ? labels.stream().sorted(byNumber).toList() : labels);
    }

    /** The same recordings in the groups that {@code group} tells; in none where it tells nothing. */
    ClipFolder grouped(Function<Recording, Optional<String>> group) {
        return new ClipFolder(
                root,
                layout,
                recordings.stream()
                        .map(recording -> recording.in(group.apply(recording)))
                        .toList(),
                unplaced,
                skipped,
                noises);
    }

    /** The known groups, by name. */
    public SortedSet<String> groups() {
        return recordings.stream()
                .map(Recording::group)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
