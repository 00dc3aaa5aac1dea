package dev.hearken.lab.dataset;

import dev.hearken.core.evaluation.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a way of splitting keeps training and test apart, and what a simple model scores by it.
 *
 * @param name the protocol's word, or {@code random}
 * @param folds how many folds it has
 * @param groupsOnBothSides how many known groups stand in training and test of one fold
 * @param testClips how many clips are tested, in all folds
 * @param testClipsWithCopy how many of them have a copy in the training of their fold
 * @param accuracy what the simple model gets right of them
 */
public record AuditedSplit(
        String name, int folds, int groupsOnBothSides, int testClips, int testClipsWithCopy, Proportion accuracy) {
    static AuditedSplit of(String name, List<Fold> folds, List<CopySet> copies, SimpleModel model) {
        Set<String> onBothSides = new HashSet<>();
        int withCopy = 0;
        int tested = 0;
        int correct = 0;
        for (Fold fold : folds) {
            List<LabelledClip> learnt = new ArrayList<>(fold.train());
            learnt.addAll(fold.validation());
            Set<String> shared = groupsOf(fold.test());
            shared.retainAll(groupsOf(learnt));
            onBothSides.addAll(shared);
            withCopy += copiesAcross(copies, new HashSet<>(learnt), new HashSet<>(fold.test()));
            tested += fold.test().size();
            correct += model.correct(learnt, fold.test());
        }
        return new AuditedSplit(
                name, folds.size(), onBothSides.size(), tested, withCopy, new Proportion(correct, tested));
    }

    private static int copiesAcross(List<CopySet> copies, Set<LabelledClip> learnt, Set<LabelledClip> test) {
        int across = 0;
        for (CopySet set : copies) {
            if (set.clips().stream().anyMatch(learnt::contains)) {
                across += (int) set.clips().stream().filter(test::contains).count();
            }
        }
        return across;
    }

    private static Set<String> groupsOf(Collection<LabelledClip> clips) {
        return clips.stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
