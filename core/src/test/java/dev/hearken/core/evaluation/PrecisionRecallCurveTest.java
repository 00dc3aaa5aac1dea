package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {
    @Test
    void theAverageIsPrecisionAtEachStepOfRecall() {
        // At 3: recall 1/2, precision 1. At 2, two equal scores together: recall 1, precision 2/3. At 1: recall stays.
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(new double[] {3, 2}, new double[] {2, 1});

        assertThat(curve.points())
                .containsExactly(
                        new PrecisionRecallCurve.Point(3, 0.5, 1),
                        new PrecisionRecallCurve.Point(2, 1, 2.0 / 3),
                        new PrecisionRecallCurve.Point(1, 1, 0.5));
        assertThat(curve.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
        assertThat(curve.positives()).isEqualTo(2);
        assertThat(curve.negatives()).isEqualTo(2);
    }

    @Test
    void scoresThatTellNothingGetTheShareOfPositives() {
        assertThat(PrecisionRecallCurve.of(new double[] {1}, new double[] {1, 1, 1})
                        .averagePrecision())
                .isEqualTo(0.25);
    }

    @Test
    void withoutNegativesEveryAnswerIsRight() {
        assertThat(PrecisionRecallCurve.of(new double[] {1, 2}, new double[0]).averagePrecision())
                .isEqualTo(1);
    }

    @Test
    void withoutPositivesThereIsNothingToFind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrecisionRecallCurve.of(new double[0], new double[] {1}))
                .withMessageContaining("no positives");
    }
}
