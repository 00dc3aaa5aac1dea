package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void theWilsonIntervalIsThatOfScipy() {
        // scipy.stats.binomtest(successes, trials).proportion_ci(method='wilson')
        assertWilson(296, 300, 0.9662244697474675, 0.9948030382606411);
        assertWilson(300, 300, 0.9873570287754541, 1);
        assertWilson(0, 10, 0, 0.27753279986288926);
        assertWilson(1, 2, 0.09453120573423074, 0.9054687942657693);
    }

    @Test
    void atOneOfTwoItCanBeWorkedByHand() {
        // p = 1/2, so the centre is 1/2 and the reach z √(1/8 + z²/16) / (1 + z²/2); with z² = 3.8415: 1.1842 / 2.9207
        // = 0.4055.
        assertThat(new Proportion(1, 2).wilson().high()).isCloseTo(0.5 + 0.4055, within(1e-4));
    }

    @Test
    void itIsWrittenWithItsDenominator() {
        assertThat(new Proportion(296, 300)).hasToString("98.67 % (296/300)");
        assertThat(new Proportion(296, 300).wilson().toPercent()).isEqualTo("96.6-99.5 %");
    }

    @Test
    void moreSuccessesThanTrialsOrNoTrialsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessage("3 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
    }

    private static void assertWilson(long successes, long trials, double low, double high) {
        Interval interval = new Proportion(successes, trials).wilson();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
