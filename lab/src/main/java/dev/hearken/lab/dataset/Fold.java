package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One way of dividing clips into what is learnt from, what choices are made on, and what is judged on.
 *
 * @param name what is left out for the test: a speaker, {@code "2/5"}, {@code "official"}
 * @param train clips to fit weights on
 * @param validation clips to stop on, choose by and calibrate on; never the test's
 * @param test clips nothing was chosen on
 */
public record Fold(String name, List<LabelledClip> train, List<LabelledClip> validation, List<LabelledClip> test) {
    public Fold {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * The split the data set makes itself, named {@code given}, where it has clips for training and for the test. Clips it gives no part
     * are in none.
     */
    public static Optional<Fold> given(List<LabelledClip> clips) {
        Map<Optional<SplitPart>, List<LabelledClip>> parts =
                clips.stream().collect(Collectors.groupingBy(LabelledClip::part));
        List<LabelledClip> train = parts.getOrDefault(Optional.of(SplitPart.TRAIN), List.of());
        List<LabelledClip> test = parts.getOrDefault(Optional.of(SplitPart.TEST), List.of());
        return train.isEmpty() || test.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fold(
                        "given", train, parts.getOrDefault(Optional.of(SplitPart.VALIDATION), List.of()), test));
    }

    /**
     * This fold, if every label that is tested or validated on can be learnt.
     *
     * @throws HearkenException with code {@code SPLIT_LABEL_NOT_IN_TRAINING}
     */
    Fold requireLearnable() {
        Set<Label> unseen = new TreeSet<>(labelsOf(test));
        unseen.addAll(labelsOf(validation));
        unseen.removeAll(labelsOf(train));
        if (!unseen.isEmpty()) {
            throw HearkenException.user(
                    "SPLIT_LABEL_NOT_IN_TRAINING",
                    "with fold %s left out no clip of %s is left to learn from; record them from more speakers or sources"
                            .formatted(name, unseen));
        }
        return this;
    }

    static Set<Label> labelsOf(List<LabelledClip> clips) {
        return clips.stream().map(LabelledClip::label).collect(Collectors.toSet());
    }
}
