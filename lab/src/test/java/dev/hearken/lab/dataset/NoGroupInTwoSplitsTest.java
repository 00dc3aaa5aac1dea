package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The law that makes every figure honest, for any clips, seed and grouped protocol. */
class NoGroupInTwoSplitsTest {
    private static final List<String> GROUPED = List.of("leave-one-speaker-out", "k-fold", "k-fold:3", "hold-out");

    @Property(tries = 100)
    void noKnownGroupStandsInTwoOfTrainingValidationAndTest(
            @ForAll long seed,
            @ForAll @IntRange(min = 10, max = 40) int groups,
            @ForAll @IntRange(min = 0, max = 20) int ungrouped) {
        List<LabelledClip> clips = clipsOf(seed, groups, ungrouped, false);
        for (String word : GROUPED) {
            for (Fold fold : Protocol.parse(word).folds(clips, seed)) {
                assertThat(shared(fold.train(), fold.test())).isEmpty();
                assertThat(shared(fold.validation(), fold.test())).isEmpty();
                assertThat(shared(fold.train(), fold.validation())).isEmpty();
                assertEveryClipOnce(fold, clips);
            }
        }
    }

    @Property(tries = 100)
    void evenWhereLabelsAreSaidBySomeSpeakersOnlyTheTestSharesNoGroup(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int groups) {
        List<LabelledClip> clips = clipsOf(seed, groups, 3, true);
        for (String word : GROUPED) {
            for (Fold fold : foldsIfAllowed(word, clips, seed)) {
                assertThat(shared(fold.train(), fold.test())).isEmpty();
                assertThat(shared(fold.validation(), fold.test())).isEmpty();
                assertEveryClipOnce(fold, clips);
            }
        }
    }

    @Property(tries = 50)
    void theSameSeedGivesTheSameFolds(@ForAll long seed, @ForAll @IntRange(min = 4, max = 20) int groups) {
        List<LabelledClip> clips = clipsOf(seed, groups, 5, false);
        for (String word : GROUPED) {
            assertThat(Protocol.parse(word).folds(clips, seed))
                    .isEqualTo(Protocol.parse(word).folds(clips, seed));
        }
    }

    private static List<Fold> foldsIfAllowed(String word, List<LabelledClip> clips, long seed) {
        try {
            return Protocol.parse(word).folds(clips, seed);
        } catch (HearkenException refused) {
            assertThat(refused.code()).isIn("SPLIT_LABEL_NOT_IN_TRAINING", "PROTOCOL_TOO_FEW_GROUPS");
            return List.of();
        }
    }

    /** Groups of 3 to 12 clips; each says all three labels, unless {@code patchy}. */
    private static List<LabelledClip> clipsOf(long seed, int groups, int ungrouped, boolean patchy) {
        Random random = new Random(seed);
        List<LabelledClip> clips = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int size = 3 + random.nextInt(10);
            for (int i = 0; i < size; i++) {
                int label = patchy ? random.nextInt(6) : i % 3;
                clips.add(clip(clips.size(), label, Optional.of("group" + group)));
            }
        }
        for (int i = 0; i < ungrouped; i++) {
            clips.add(clip(clips.size(), i % 3, Optional.empty()));
        }
        return clips;
    }

    private static LabelledClip clip(int number, int label, Optional<String> group) {
        return new LabelledClip(Path.of(number + ".wav"), new Label("label" + label), group, OptionalInt.empty());
    }

    private static Set<String> shared(List<LabelledClip> one, List<LabelledClip> other) {
        Set<String> shared = groupsOf(one);
        shared.retainAll(groupsOf(other));
        return shared;
    }

    private static Set<String> groupsOf(List<LabelledClip> clips) {
        return clips.stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void assertEveryClipOnce(Fold fold, List<LabelledClip> clips) {
        List<LabelledClip> all = new ArrayList<>(fold.train());
        all.addAll(fold.validation());
        all.addAll(fold.test());
        assertThat(all).hasSameSizeAs(clips);
        assertThat(new HashSet<>(all)).isEqualTo(new HashSet<>(clips));
    }
}
