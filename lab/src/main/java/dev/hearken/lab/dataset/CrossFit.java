package dev.hearken.lab.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Divides clips several times so that each stands aside once: whole groups where there are enough, else an even mix. */
public final class CrossFit {
    private CrossFit() {}

    /** So many divisions, or one a group where there are fewer groups than that but at least three; each clip is once in a validation part. */
    public static List<ValidationSplit.Parts> of(List<LabelledClip> clips, int folds, long seed) {
        int units = Partition.units(clips);
        boolean byGroup = units >= ValidationSplit.MIN_TRAINING_GROUPS;
        List<List<LabelledClip>> parts = byGroup
                ? Partition.byGroup(clips, Math.min(folds, units), seed)
                : Partition.stratified(clips, folds, seed);
        List<ValidationSplit.Parts> divisions = new ArrayList<>();
        for (List<LabelledClip> part : parts) {
            Set<LabelledClip> aside = new HashSet<>(part);
            List<LabelledClip> others =
                    clips.stream().filter(clip -> !aside.contains(clip)).toList();
            divisions.add(new ValidationSplit.Parts(others, part));
        }
        return divisions;
    }
}
