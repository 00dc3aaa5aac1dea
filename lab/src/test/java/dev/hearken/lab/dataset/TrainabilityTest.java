package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainabilityTest {
    @Test
    void oneLabelAloneLeavesNothingToTellApart() {
        refuses(Trainability::require, List.of(), "DATASET_NO_LABELS", "no clip has a label");
        refuses(Trainability::require, takes("yes", "anna", 3), "DATASET_ONE_LABEL", "there is one label only, [yes]");
    }

    @Test
    void tooFewClipsOfALabelAreRefusedByName() {
        List<LabelledClip> clips = join(takes("yes", "anna", 3), takes("no", "anna", 1));

        refuses(
                Trainability::require,
                clips,
                "DATASET_LABEL_TOO_SMALL",
                "too few clips of no (1); each label needs at least 3");
    }

    @Test
    void labelsThatDifferInCaseAloneAreATypingSlip() {
        List<LabelledClip> clips = join(takes("Yes", "anna", 3), takes("yes", "bert", 3));

        refuses(Trainability::require, clips, "DATASET_LABELS_DIFFER_BY_CASE", "the labels [Yes, yes] differ");
    }

    @Test
    void aLabelOfOneSpeakerIsRefusedWhereOthersHaveSeveral() {
        List<LabelledClip> clips = join(join(takes("yes", "anna", 3), takes("yes", "bert", 3)), takes("no", "anna", 4));

        refuses(
                Trainability::requireSeveralGroups,
                clips,
                "DATASET_LABEL_ONE_GROUP",
                "all clips of no (4) are of one speaker or source");
    }

    @Test
    void clipsOfOneSpeakerThroughoutAreTheUsersOwnChoice() {
        List<LabelledClip> clips = join(takes("yes", "anna", 3), takes("no", "anna", 3));

        assertThat(Trainability.requireSeveralGroups(Trainability.require(clips)))
                .isEqualTo(clips);
    }

    private static void refuses(
            UnaryOperator<List<LabelledClip>> requirement, List<LabelledClip> clips, String code, String message) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> requirement.apply(clips))
                .withMessageStartingWith(message)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<LabelledClip> takes(String label, String speaker, int count) {
        return Stream.iterate(0, take -> take < count, take -> take + 1)
                .map(take -> LabelledClip.of(Path.of(label, speaker, take + ".wav"), label, speaker))
                .toList();
    }

    private static List<LabelledClip> join(List<LabelledClip> some, List<LabelledClip> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
