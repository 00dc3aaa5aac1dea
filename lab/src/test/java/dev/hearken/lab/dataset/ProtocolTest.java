package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final long SEED = 7;

    @Test
    void everyWordNamesItsProtocol() {
        for (String word : List.of("official", "leave-one-speaker-out", "k-fold", "k-fold:10", "hold-out")) {
            assertThat(Protocol.parse(word).word()).isEqualTo(word);
        }
        assertCode("PROTOCOL_UNKNOWN", () -> Protocol.parse("random"));
        assertCode("PROTOCOL_FOLDS_OUT_OF_RANGE", () -> Protocol.parse("k-fold:1"));
        assertCode("PROTOCOL_FOLDS_OUT_OF_RANGE", () -> Protocol.parse("k-fold:101"));
    }

    @Test
    void theOfficialSplitTestsTakes0To4AndValidatesOnTrainingTakesOnly() {
        Fold fold = only(Protocol.parse("official").folds(digits(6, 50), SEED));

        // 6 speakers x 10 digits x takes 0-4, and a tenth of the other 2,700.
        assertThat(fold.test()).hasSize(300).allMatch(clip -> clip.take().orElseThrow() < 5);
        assertThat(fold.validation()).hasSize(270).allMatch(clip -> clip.take().orElseThrow() >= 5);
        assertThat(fold.train()).hasSize(2430).doesNotContainAnyElementsOf(fold.validation());
        // 45 training takes of each speaker and digit, of which 4 or 5 are validated on.
        assertThat(fold.validation())
                .filteredOn(
                        clip -> clip.label().name().equals("3") && clip.group().equals(Optional.of("speaker2")))
                .hasSizeBetween(4, 5);
    }

    @Test
    void theOfficialSplitIsRefusedWhereItIsNotDefined() {
        assertCode(
                "PROTOCOL_NOT_DEFINED",
                () -> Protocol.parse("official").folds(List.of(clip("yes", "anna", 0), clip("no", "anna", 7)), SEED));
        assertCode("PROTOCOL_NOT_DEFINED", () -> Protocol.parse("official").folds(digits(2, 5), SEED));
    }

    @Test
    void aSplitTheDataSetMakesItselfIsTheOfficialOneAndWithoutAValidationPartOneIsTakenFromTraining() {
        List<LabelledClip> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String label = i % 2 == 0 ? "yes" : "no";
            Recording recording = Recording.of(Path.of(label, i + ".wav")).in(i < 4 ? SplitPart.TEST : SplitPart.TRAIN);
            clips.add(recording.labelled(new Label(label)));
        }

        Fold fold = only(Protocol.parse("official").folds(clips, SEED));

        assertThat(fold.test()).containsExactlyElementsOf(clips.subList(0, 4));
        assertThat(fold.validation()).isNotEmpty().doesNotContainAnyElementsOf(fold.test());
        assertThat(fold.train().size() + fold.validation().size()).isEqualTo(16);
    }

    @Test
    void leaveOneSpeakerOutTestsEachSpeakerOnceAndValidatesOnAnother() {
        List<Fold> folds = Protocol.parse("leave-one-speaker-out").folds(digits(6, 10), SEED);

        assertThat(folds)
                .extracting(Fold::name)
                .containsExactly("speaker0", "speaker1", "speaker2", "speaker3", "speaker4", "speaker5");
        for (Fold fold : folds) {
            assertThat(fold.test()).hasSize(100).allMatch(clip -> clip.group().equals(Optional.of(fold.name())));
            assertThat(fold.validation()).hasSize(100);
            assertThat(fold.train()).hasSize(400);
        }
    }

    @Test
    void clipsOfUnknownSpeakersAreLearntFromAndNeverTestedWhenSpeakersAreLeftOut() {
        List<LabelledClip> clips = new ArrayList<>(digits(3, 4));
        LabelledClip silence = LabelledClip.of(Path.of("silence.wav"), "0");
        clips.add(silence);

        for (Fold fold : Protocol.parse("leave-one-speaker-out").folds(clips, SEED)) {
            assertThat(fold.test()).doesNotContain(silence);
            assertThat(fold.train().contains(silence) || fold.validation().contains(silence))
                    .isTrue();
        }
    }

    @Test
    void leavingSpeakersOutNeedsTwoKnownSpeakersAndAHundredAtMost() {
        assertCode(
                "PROTOCOL_TOO_FEW_GROUPS",
                () -> Protocol.parse("leave-one-speaker-out").folds(digits(1, 10), SEED));
        assertCode(
                "PROTOCOL_TOO_MANY_FOLDS",
                () -> Protocol.parse("leave-one-speaker-out").folds(digits(101, 1), SEED));
    }

    @Test
    void withFewerSpeakersThanFiveThereIsAFoldForEach() {
        List<Fold> folds = Protocol.parse("k-fold").folds(digits(4, 10), SEED);

        assertThat(folds).extracting(Fold::name).containsExactly("1/4", "2/4", "3/4", "4/4");
        assertCode("PROTOCOL_TOO_FEW_GROUPS", () -> Protocol.parse("k-fold:5").folds(digits(4, 10), SEED));
    }

    @Test
    void withoutGroupsLabelsAreSpreadEvenly() {
        List<LabelledClip> clips = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            clips.add(LabelledClip.of(Path.of("yes/" + i), "yes"));
            clips.add(LabelledClip.of(Path.of("no/" + i), "no"));
        }

        for (Fold fold : Protocol.parse("k-fold").folds(clips, SEED)) {
            assertThat(fold.test()).hasSize(20);
            assertThat(fold.test())
                    .filteredOn(clip -> clip.label().name().equals("yes"))
                    .hasSize(10);
        }
    }

    @Test
    void holdOutTestsAFifth() {
        Fold fold = only(Protocol.parse("hold-out").folds(digits(10, 2), SEED));

        assertThat(fold.test()).hasSize(40);
        assertThat(fold.train().size() + fold.validation().size()).isEqualTo(160);
    }

    @Test
    void aLabelOnlyOneSpeakerEverSaidIsRefusedByName() {
        List<LabelledClip> clips = new ArrayList<>(digits(3, 4));
        clips.add(clip("ten", "speaker0", 0));

        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> Protocol.parse("leave-one-speaker-out").folds(clips, SEED))
                .withMessageContaining("[ten]")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("SPLIT_LABEL_NOT_IN_TRAINING"));
    }

    @Test
    void aStratifiedValidationSharesSpeakersWithTrainingWhereThatIsAskedFor() {
        List<Fold> folds =
                Protocol.parse("leave-one-speaker-out").folds(digits(6, 10), ValidationSplit.stratified(0.1), SEED);

        assertThat(folds.get(0).validation()).hasSize(50);
        assertThat(folds.get(0).validation())
                .extracting(LabelledClip::group)
                .contains(Optional.of("speaker1"), Optional.of("speaker5"))
                .doesNotContain(Optional.of("speaker0"));
    }

    private static void assertCode(String code, Runnable refused) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(refused::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Fold only(List<Fold> folds) {
        assertThat(folds).hasSize(1);
        return folds.get(0);
    }

    static List<LabelledClip> digits(int speakers, int takes) {
        List<LabelledClip> clips = new ArrayList<>();
        for (int speaker = 0; speaker < speakers; speaker++) {
            for (int digit = 0; digit < 10; digit++) {
                for (int take = 0; take < takes; take++) {
                    clips.add(clip(Integer.toString(digit), "speaker" + speaker, take));
                }
            }
        }
        return clips;
    }

    private static LabelledClip clip(String label, String speaker, int take) {
        Path file = Path.of(label + "_" + speaker + "_" + take + ".wav");
        return new LabelledClip(file, new Label(label), Optional.of(speaker), OptionalInt.of(take));
    }
}
