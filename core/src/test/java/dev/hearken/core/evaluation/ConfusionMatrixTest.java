package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.task.LabelSet;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** 3 of 4 cats found, one taken for a dog; the only dog found; a fish nobody saw. */
    private static ConfusionMatrix animals() {
        ConfusionMatrix confusion = new ConfusionMatrix(LabelSet.of("cat", "dog", "fish"));
        for (int i = 0; i < 3; i++) {
            confusion.add(0, 0);
        }
        confusion.add(0, 1);
        confusion.add(1, 1);
        return confusion;
    }

    @Test
    void figuresOfALabelAreItsShares() {
        ConfusionMatrix confusion = animals();

        assertThat(confusion.total()).isEqualTo(5);
        assertThat(confusion.correct()).isEqualTo(4);
        assertThat(confusion.recall(0)).isEqualTo(3.0 / 4);
        assertThat(confusion.precision(0)).isEqualTo(1);
        assertThat(confusion.f1(0)).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(confusion.precision(1)).isEqualTo(1.0 / 2);
        assertThat(confusion.f1(1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(confusion.f1(2)).isZero();
    }

    @Test
    void averagesLeaveOutALabelThatNeverOccurs() {
        ConfusionMatrix confusion = animals();

        assertThat(confusion.balancedAccuracy()).isEqualTo((0.75 + 1) / 2);
        assertThat(Averages.macro(confusion).precision()).isEqualTo((1 + 0.5) / 2);
        assertThat(Averages.macro(confusion).f1()).isCloseTo((6.0 / 7 + 2.0 / 3) / 2, within(1e-12));
        assertThat(Averages.weighted(confusion).f1()).isCloseTo((4 * 6.0 / 7 + 2.0 / 3) / 5, within(1e-12));
        assertThat(Averages.weighted(confusion).recall()).isEqualTo(confusion.accuracy(), within(1e-12));
    }
}
