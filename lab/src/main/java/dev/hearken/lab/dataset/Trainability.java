package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a model can be learnt from clips at all, asked before an hour is spent on it. */
public final class Trainability {
    /** Below this many clips a label cannot stand in training, validation and test. */
    public static final int MIN_CLIPS_PER_LABEL = 3;

    private Trainability() {}

    /**
     * The clips, if a model can be trained on them.
     *
     * @throws HearkenException with code {@code DATASET_NO_LABELS} or {@code DATASET_ONE_LABEL} if there is nothing to tell apart,
     *     {@code DATASET_LABELS_DIFFER_BY_CASE} naming labels that differ in upper and lower case alone, {@code DATASET_LABEL_TOO_SMALL} naming those with fewer than
     *     {@value #MIN_CLIPS_PER_LABEL} clips
     */
    public static List<LabelledClip> require(List<LabelledClip> clips) {
        Map<Label, List<LabelledClip>> byLabel =
                clips.stream().collect(Collectors.groupingBy(LabelledClip::label, TreeMap::new, Collectors.toList()));
        if (byLabel.isEmpty()) {
            throw HearkenException.user("DATASET_NO_LABELS", "no clip has a label");
        }
        if (byLabel.size() < 2) {
            throw HearkenException.user(
                    "DATASET_ONE_LABEL",
                    "there is one label only, %s; a classifier needs at least two to tell apart"
                            .formatted(byLabel.keySet()));
        }
        requireDifferentNames(byLabel.keySet());
        refuse(
                byLabel,
                some -> some.size() < MIN_CLIPS_PER_LABEL,
                "DATASET_LABEL_TOO_SMALL",
                "too few clips of %s; each label needs at least " + MIN_CLIPS_PER_LABEL);
        return clips;
    }

    /**
     * The clips, if every label is of more than one group wherever any is. Otherwise a model would learn the speaker or source for the
     * label, and no split by group could tell.
     *
     * @throws HearkenException with code {@code DATASET_LABEL_ONE_GROUP} naming the labels
     */
    public static List<LabelledClip> requireSeveralGroups(List<LabelledClip> clips) {
        if (Partition.units(clips) > 1) {
            refuse(
                    clips.stream().collect(Collectors.groupingBy(LabelledClip::label)),
                    some -> Partition.units(some) == 1,
                    "DATASET_LABEL_ONE_GROUP",
                    "all clips of %s are of one speaker or source while other labels have several; record it from another one too");
        }
        return clips;
    }

    private static void requireDifferentNames(Set<Label> labels) {
        Map<String, List<Label>> bySound = labels.stream()
                .collect(Collectors.groupingBy(
                        label -> label.name().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        bySound.values().stream().filter(same -> same.size() > 1).findFirst().ifPresent(same -> {
            throw HearkenException.user(
                    "DATASET_LABELS_DIFFER_BY_CASE",
                    "the labels %s differ in upper and lower case alone; write them the same way, or name them apart"
                            .formatted(same));
        });
    }

    private static void refuse(
            Map<Label, List<LabelledClip>> byLabel, Predicate<List<LabelledClip>> unfit, String code, String message) {
        String names = byLabel.entrySet().stream()
                .filter(label -> unfit.test(label.getValue()))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(label -> label.getKey() + " (" + label.getValue().size() + ")")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw HearkenException.user(code, message.formatted(names));
        }
    }
}
