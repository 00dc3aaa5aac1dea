package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(4000, 1);

    @Test
    void drawingClipsGivesTheIntervalNumPyGives() {
        // 20,000 draws in NumPy: accuracy 0.3833-0.6333, macro F1 0.3731-0.6306; two clips of 60 are 0.033.
        List<Interval> intervals = BOOTSTRAP.intervals(
                OracleClips.LABELS,
                OracleClips.ungrouped(),
                List.of(
                        ConfusionMatrix::accuracy,
                        confusion -> Averages.macro(confusion).f1()));

        assertInterval(intervals.get(0), 0.3833, 0.6333, 0.017);
        assertInterval(intervals.get(1), 0.3731, 0.6306, 0.017);
    }

    @Test
    void drawingGroupsGivesTheIntervalNumPyGives() {
        List<Interval> intervals =
                BOOTSTRAP.intervals(OracleClips.LABELS, OracleClips.all(), List.of(ConfusionMatrix::accuracy));

        assertInterval(intervals.get(0), 0.45, 0.5833, 0.017);
    }

    @Test
    void aClipDrawnTwiceCountsAsTwoForTheArea() {
        List<ScoredClip> clips = OracleClips.ungrouped();
        List<ScoredClip> drawn = new ArrayList<>();
        int[] times = new int[clips.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = i % 3;
            drawn.addAll(Collections.nCopies(times[i], clips.get(i)));
        }

        assertThat(new MeanArea(clips, 3).drawn(times))
                .hasValueCloseTo(new MeanArea(drawn, 3).drawnOnce().orElseThrow(), within(1e-12));
    }

    @Test
    void theAreaHasAnIntervalAroundItAndNoneWhereThereIsNoArea() {
        Evaluation evaluation = Evaluation.of(OracleClips.LABELS, OracleClips.ungrouped(), BOOTSTRAP);
        Interval interval = evaluation.intervals().auc().orElseThrow();

        // 6,000 draws in NumPy, areas by scikit-learn: 0.6735-0.8626.
        assertInterval(interval, 0.6735, 0.8626, 0.01);
        assertThat(evaluation.toText("hold-out")).contains("AUC                0.7755, 95 % CI 0.6");
        assertThat(evaluation.toJson("hold-out").get("auc_ci95").get(0).asDouble())
                .isEqualTo(interval.low());

        List<ScoredClip> ofOneLabel = List.of(ScoredClip.ofLogits("x", Optional.empty(), 0, new float[] {1, 0}));
        assertThat(Evaluation.of(LabelSet.of("no", "yes"), ofOneLabel)
                        .intervals()
                        .auc())
                .isEmpty();
    }

    @Test
    void clipsThatFailTogetherMakeTheIntervalWider() {
        List<ScoredClip> grouped = new ArrayList<>();
        List<ScoredClip> apart = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            float[] logits = i < 80 ? new float[] {1, 0} : new float[] {0, 1};
            // Two speakers of ten always fail.
            grouped.add(ScoredClip.ofLogits("x", Optional.of("speaker" + i / 10), 0, logits));
            apart.add(ScoredClip.ofLogits("x", Optional.empty(), 0, logits));
        }
        assertThat(width(grouped)).isGreaterThan(2 * width(apart));
    }

    @Test
    void oneGroupAloneIsNotDrawnFromItself() {
        List<ScoredClip> one = OracleClips.all().stream()
                .map(clip -> ScoredClip.ofLogits(clip.name(), Optional.of("me"), clip.truth(), clip.logits()))
                .toList();

        assertThat(Bootstrap.unitOf(one)).isEqualTo(Bootstrap.Unit.CLIP);
        assertThat(Bootstrap.unitOf(OracleClips.ungrouped())).isEqualTo(Bootstrap.Unit.CLIP);
        assertThat(Bootstrap.unitOf(OracleClips.all())).isEqualTo(Bootstrap.Unit.GROUP);
    }

    @Test
    void percentilesLieBetweenNeighbours() {
        // numpy.percentile([1, 2, 4, 8], [2.5, 50, 100]) = 1.075, 3, 8
        double[] values = {1, 2, 4, 8};
        assertThat(Bootstrap.percentile(values, 0.025)).isCloseTo(1.075, within(1e-12));
        assertThat(Bootstrap.percentile(values, 0.5)).isEqualTo(3);
        assertThat(Bootstrap.percentile(values, 1)).isEqualTo(8);
    }

    @Test
    void tooFewOrTooManyDrawsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(99, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bootstrap(100_001, 1));
    }

    private static double width(List<ScoredClip> clips) {
        Interval interval = BOOTSTRAP
                .intervals(LabelSet.of("a", "b"), clips, List.of(ConfusionMatrix::accuracy))
                .get(0);
        return interval.high() - interval.low();
    }

    private static void assertInterval(Interval interval, double low, double high, double tolerance) {
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }
}
