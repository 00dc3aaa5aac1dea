package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How validation clips are taken from the training part of a fold.
 *
 * <p>Which one is right depends on what the validation is for. A validation on unseen groups tells when to stop and how to calibrate for
 * unseen groups, and costs their clips: with five training speakers, a fifth of all voices. A stratified validation costs little, but
 * meets voices the training knows, so it is optimistic: it stops late and calibrates too confidently. Either way the test stays
 * honest, since test clips and their groups are in neither.
 *
 * @param kind by group or stratified
 * @param fraction the share of the training part's clips, more than 0 and at most 0.5; by group it is met as nearly as groups allow
 */
public record ValidationSplit(Kind kind, double fraction) {
    /** Fewer training groups than this are not taken apart: a validation by group then becomes a stratified one. */
    public static final int MIN_TRAINING_GROUPS = 3;

    /** What validation and training may share. */
    public enum Kind {
        /** No known group on both sides. */
        BY_GROUP,
        /** The same mix of labels and groups on both sides. */
        STRATIFIED
    }

    /** Training and validation clips. */
    public record Parts(List<LabelledClip> train, List<LabelledClip> validation) {}

    public ValidationSplit {
        if (!(fraction > 0 && fraction <= 0.5)) {
            throw new IllegalArgumentException("fraction must be in (0, 0.5], got " + fraction);
        }
    }

    /** Whole groups held out, about {@code fraction} of the clips. */
    public static ValidationSplit byGroup(double fraction) {
        return new ValidationSplit(Kind.BY_GROUP, fraction);
    }

    /** Clips of every label and group held out. */
    public static ValidationSplit stratified(double fraction) {
        return new ValidationSplit(Kind.STRATIFIED, fraction);
    }

    /**
     * Takes the validation clips out of {@code training}. No label is taken from training altogether: where a validation by group would do
     * so whichever group it takes, a stratified one stands in, and a label's only clip stays in training.
     */
    public Parts divide(List<LabelledClip> training, long seed) {
        int wanted = (int) Math.round(1 / fraction);
        long groups = training.stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        if (kind == Kind.BY_GROUP && groups >= MIN_TRAINING_GROUPS) {
            int size = Math.min(wanted, Partition.units(training));
            for (List<LabelledClip> part : Partition.byGroup(training, size, seed)) {
                Parts parts = without(training, part);
                if (parts.validation().size() == part.size() && !part.isEmpty()) {
                    return parts;
                }
            }
        }
        return without(training, Partition.stratified(training, wanted, seed).get(0));
    }

    /** Training without the part, as far as every label keeps a clip. */
    private static Parts without(List<LabelledClip> training, List<LabelledClip> part) {
        Set<LabelledClip> taken = new HashSet<>(part);
        Set<Label> kept = Fold.labelsOf(
                training.stream().filter(clip -> !taken.contains(clip)).toList());
        taken.removeIf(clip -> !kept.contains(clip.label()));
        return new Parts(
                training.stream().filter(clip -> !taken.contains(clip)).toList(),
                training.stream().filter(taken::contains).toList());
    }
}
