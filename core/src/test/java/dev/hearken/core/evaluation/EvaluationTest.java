package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EvaluationTest {
    @Test
    void theFiguresAreThoseOfScikitLearn() {
        Evaluation evaluation = Evaluation.of(OracleClips.LABELS, OracleClips.all());

        assertThat(evaluation.accuracy()).isEqualTo(new Proportion(31, 60));
        assertThat(evaluation.balancedAccuracy()).isCloseTo(0.5138888888888888, within(1e-12));
        assertAverages(evaluation.macro(), 0.5043650793650793, 0.5138888888888888, 0.5064814814814814);
        assertAverages(evaluation.weighted(), 0.5252380952380953, 0.5166666666666667, 0.5188888888888888);
        assertThat(evaluation.negativeLogLikelihood()).isCloseTo(1.0119912059893703, within(1e-9));
        assertThat(evaluation.auc()).hasValueCloseTo(0.7754629629629629, within(1e-12));
    }

    @Test
    void theWorstGroupIsTheLeastAccurateAndOfEqualsTheOneWithMoreClips() {
        List<ScoredClip> clips = List.of(
                clip("anna", true), clip("bert", false), clip("carl", false), clip("carl", false), clip("dora", true));
        Evaluation evaluation = Evaluation.of(LabelSet.of("no", "yes"), clips);

        assertThat(evaluation.worstGroup()).contains(new GroupScore("carl", new Proportion(0, 2)));
        assertThat(evaluation.meanGroupAccuracy()).hasValue(0.5);
    }

    @Test
    void jsonHoldsWhatIsPromised() {
        ObjectNode json = Evaluation.of(OracleClips.LABELS, OracleClips.all()).toJson("hold-out");

        assertThat(json.propertyNames())
                .contains(
                        "protocol",
                        "n",
                        "accuracy",
                        "accuracy_ci95",
                        "macro_f1",
                        "ece",
                        "labels",
                        "confusion",
                        "groups");
        assertThat(json.get("protocol").asString()).isEqualTo("hold-out");
        assertThat(json.get("n").asInt()).isEqualTo(60);
        assertThat(json.get("accuracy_ci95").get(1).asDouble()).isCloseTo(0.6385, within(1e-3));
        assertThat(json.get("labels").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(json.get("confusion").toString()).isEqualTo("[[12,7,5],[7,13,4],[2,4,6]]");
        assertThat(json.get("groups")).hasSize(6);
        assertThat(json.get("groups").get(1).get("group").asString()).isEqualTo("g1");
        assertThat(json.get("groups").get(1).get("n").asInt()).isEqualTo(10);
        assertThat(json.get("groups").get(1).get("accuracy").asDouble()).isEqualTo(0.4);
        assertThat(json.get("worst_group").get("group").asString()).isEqualTo("g1");
        assertThat(json.get("bootstrap").toString())
                .isEqualTo("{\"unit\":\"group\",\"resamples\":1000,\"seed\":20170603}");
    }

    @Test
    void textShowsDenominatorsIntervalsConfusionAndTheWorstGroup() {
        List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clips.add(clip(i < 10 ? "anna" : "bert", i != 19));
        }

        assertThat(Evaluation.of(LabelSet.of("no", "yes"), clips).toText("hold-out"))
                .isEqualTo("""
                protocol           hold-out
                accuracy           95.00 % (19/20), 95 % CI 76.4-99.1 %
                                   90.0-100.0 % (bootstrap over 2 groups, as all intervals below)
                balanced accuracy  95.00 %, 95 % CI 90.0-100.0 %
                macro precision    50.00 %, 95 % CI 50.0-100.0 %
                macro recall       47.50 %, 95 % CI 45.0-100.0 %
                macro F1           48.72 %, 95 % CI 47.4-100.0 %
                weighted precision 100.00 %, 95 % CI 100.0-100.0 %
                weighted recall    95.00 %, 95 % CI 90.0-100.0 %
                weighted F1        97.44 %, 95 % CI 94.7-100.0 %
                calibration error  6.92 % after temperature scaling, 6.92 % before (15 bins, 20 clips)

                confusion (rows: truth; columns: answer)
                       no yes
                  no    .   .
                  yes   1  19

                label  precision   recall       F1     clips
                no        0.00 %   0.00 %   0.00 %         0
                yes     100.00 %  95.00 %  97.44 %        20

                group  accuracy
                anna   100.00 % (10/10), 95 % CI 72.2-100.0 %
                bert   90.00 % (9/10), 95 % CI 59.6-98.2 %
                mean of 2 groups: 95.00 %
                worst group: bert, 90.00 % (9/10)
                """);
    }

    @Test
    void withoutGroupsThereIsNoWorst() {
        Evaluation evaluation = Evaluation.of(OracleClips.LABELS, OracleClips.ungrouped());

        assertThat(evaluation.worstGroup()).isEmpty();
        assertThat(evaluation.toJson("k-fold").has("worst_group")).isFalse();
        assertThat(evaluation.toText("k-fold")).contains("no speaker or source of any clip is known");
    }

    @Test
    void theSameClipsGiveTheSameReport() {
        assertThat(Evaluation.of(OracleClips.LABELS, OracleClips.all()).toJson("k-fold"))
                .isEqualTo(Evaluation.of(OracleClips.LABELS, OracleClips.all()).toJson("k-fold"));
    }

    @Test
    void noClipsOrScoresOfOtherLabelsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Evaluation.of(OracleClips.LABELS, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(OracleClips.LABELS, List.of(clip("anna", true))))
                .withMessage("anna has 2 scores for 3 labels");
    }

    private static ScoredClip clip(String speaker, boolean right) {
        return ScoredClip.ofLogits(speaker, Optional.of(speaker), 1, right ? new float[] {0, 2} : new float[] {2, 0});
    }

    private static void assertAverages(Averages averages, double precision, double recall, double f1) {
        assertThat(averages.precision()).isCloseTo(precision, within(1e-12));
        assertThat(averages.recall()).isCloseTo(recall, within(1e-12));
        assertThat(averages.f1()).isCloseTo(f1, within(1e-12));
    }
}
