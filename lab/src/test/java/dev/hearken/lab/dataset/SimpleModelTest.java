package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.features.Features;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimpleModelTest {
    @Test
    void aSummaryHoldsTheMeansOfFiveStretchesTheDeviationAndTheLength() {
        // Ten frames of one channel, 0 to 9: pairs have means 0.5, 2.5 …; the variance of 0..9 is (100 - 1) / 12.
        Features ramp = Features.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10, 1);

        assertThat(MfccSummary.of(ramp))
                .containsExactly(
                        new double[] {0.5, 2.5, 4.5, 6.5, 8.5, Math.sqrt(99 / 12.0), Math.log(10)}, within(1e-12));
    }

    @Test
    void aSingleFrameServesInEveryStretch() {
        assertThat(MfccSummary.of(Features.of(new float[] {3, 4}, 1, 2)))
                .containsExactly(3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 0, 0, 0);
    }

    @Test
    void ridgeRegressionLearnsWhichSideOfALineAPointIsOn() {
        List<double[]> rows =
                List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 3}, new double[] {1, 3});
        RidgeClassifier classifier = RidgeClassifier.fit(rows, new int[] {0, 0, 1, 1}, 2);

        // Only the second number tells the labels apart, and the line lies at its mean, 1.5.
        assertThat(classifier.classify(new double[] {5, 0.5})).isZero();
        assertThat(classifier.classify(new double[] {-5, 2.5})).isEqualTo(1);
    }

    @Test
    void aColumnThatNeverChangesDoesNoHarm() {
        List<double[]> rows = List.of(new double[] {7, 0}, new double[] {7, 1});
        RidgeClassifier classifier = RidgeClassifier.fit(rows, new int[] {0, 1}, 2);

        assertThat(classifier.classify(new double[] {7, 1})).isEqualTo(1);
    }
}
