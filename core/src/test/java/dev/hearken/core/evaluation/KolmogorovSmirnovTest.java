package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
    @Test
    void theStatisticIsTheLargestGapBetweenTheTwoStaircases() {
        // 1..10 against 4..13: below 4 lie three tenths of the first and none of the second.
        KolmogorovSmirnov moved = KolmogorovSmirnov.of(numbers(1, 10), numbers(4, 13));
        assertThat(moved.statistic()).isCloseTo(0.3, within(1e-12));
        assertThat(moved.reference()).isEqualTo(10);
        assertThat(moved.sample()).isEqualTo(10);
        assertThat(KolmogorovSmirnov.of(new double[] {3, 1, 2}, new double[] {9, 8})
                        .statistic())
                .isEqualTo(1);
    }

    @Test
    void equalValuesAreSteppedOverTogether() {
        KolmogorovSmirnov same = KolmogorovSmirnov.of(new double[] {1, 1, 1, 2}, new double[] {1, 2, 1, 1, 1, 1, 2, 1});
        assertThat(same.statistic()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
    }

    @Test
    void theProbabilityIsKolmogorovsAtStephensLambda() {
        // scipy.stats.kstwobign.sf((sqrt(e) + 0.12 + 0.11 / sqrt(e)) * D)
        assertThat(new KolmogorovSmirnov(0.2, 100, 100).pValue()).isCloseTo(0.03137665215307253, within(1e-12));
        assertThat(new KolmogorovSmirnov(0.15, 50, 80).pValue()).isCloseTo(0.4607354438397986, within(1e-12));
        assertThat(new KolmogorovSmirnov(0.05, 1_000, 500).pValue()).isCloseTo(0.36680924614044574, within(1e-12));
        assertThat(new KolmogorovSmirnov(1, 1_000, 1_000).pValue()).isZero();
    }

    @Test
    void nothingCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.of(new double[0], new double[] {1}))
                .withMessageContaining("0 and 1 values");
    }

    private static double[] numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }
}
