package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RocCurveTest {
    @Test
    void theAreaIsTheShareOfPairsInOrderWithTiesCountingHalf() {
        // Pairs: 3>2, 3>1, 2=2 (half), 2>1: 3.5 of 4.
        assertThat(RocCurve.of(new double[] {3, 2}, new double[] {2, 1}).area()).isEqualTo(3.5 / 4);
    }

    @Test
    void scoresThatTellNothingHaveAnAreaOfAHalf() {
        RocCurve curve = RocCurve.of(new double[] {1, 1, 1}, new double[] {1, 1});

        assertThat(curve.area()).isEqualTo(0.5);
        assertThat(curve.equalErrorRate()).isEqualTo(0.5);
    }

    @Test
    void perfectScoresHaveNoEqualError() {
        RocCurve curve = RocCurve.of(new double[] {3, 4}, new double[] {1, 2});

        assertThat(curve.area()).isEqualTo(1);
        assertThat(curve.equalErrorRate()).isZero();
    }

    @Test
    void theCurvePassesEqualScoresTogether() {
        RocCurve curve = RocCurve.of(new double[] {3, 2}, new double[] {2, 1});

        assertThat(curve.points())
                .containsExactly(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 1),
                        new RocCurve.Point(3, 0, 0.5),
                        new RocCurve.Point(2, 0.5, 0),
                        new RocCurve.Point(1, 1, 0));
    }

    @Test
    void onlyTheCornersOfTheCurveAreKept() {
        RocCurve curve = RocCurve.of(new double[] {3, 4}, new double[] {1, 2});

        assertThat(curve.points())
                .containsExactly(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 1),
                        new RocCurve.Point(3, 0, 0),
                        new RocCurve.Point(1, 1, 0));
    }

    @Test
    void oneOfThreeOnTheWrongSideEachWayIsAThird() {
        RocCurve curve = RocCurve.of(new double[] {6, 5, 1}, new double[] {4, 3, 2});
        assertThat(curve.equalErrorRate()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void ofThreeLabelsItIsTheMeanScikitLearnGives() {
        List<ScoredClip> clips = OracleClips.all();

        // roc_auc_score(truth, softmax(logits), multi_class='ovr', average='macro')
        assertThat(new MeanArea(clips, 3).drawnOnce()).hasValueCloseTo(0.7754629629629629, within(1e-12));
    }

    @Test
    void ofOneLabelAloneThereIsNone() {
        ScoredClip clip = ScoredClip.ofLogits("x", Optional.empty(), 0, new float[] {1, 0});

        assertThat(new MeanArea(List.of(clip), 2).drawnOnce()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> RocCurve.of(new double[] {1}, new double[0]));
    }
}
