package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the protocols have in common: from a test part to a whole fold. */
final class Folds {
    private Folds() {}

    /** The fold that tests some of the clips and learns from the others. */
    static Fold testing(
            String name,
            List<LabelledClip> clips,
            Predicate<LabelledClip> tested,
            ValidationSplit validation,
            long seed) {
        List<LabelledClip> test = clips.stream().filter(tested).toList();
        List<LabelledClip> training = clips.stream().filter(tested.negate()).toList();
        return of(name, training, test, validation, seed);
    }

    /** The fold of a test part and the clips that may be learnt from, part of which become its validation. */
    static Fold of(
            String name, List<LabelledClip> training, List<LabelledClip> test, ValidationSplit validation, long seed) {
        ValidationSplit.Parts parts = validation.divide(training, seed);
        return new Fold(name, parts.train(), parts.validation(), test).requireLearnable();
    }

    static Predicate<LabelledClip> in(List<LabelledClip> part) {
        Set<LabelledClip> members = new HashSet<>(part);
        return members::contains;
    }

    static List<String> knownGroups(List<LabelledClip> clips) {
        return clips.stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many things there are that must not be taken apart, at least two. */
    static int requireTwoUnits(List<LabelledClip> clips, String protocol) {
        int units = Partition.units(clips);
        if (units < 2) {
            throw HearkenException.user(
                    "PROTOCOL_TOO_FEW_GROUPS",
                    "%s cannot be made of clips of one speaker or source alone".formatted(protocol));
        }
        return units;
    }
}
