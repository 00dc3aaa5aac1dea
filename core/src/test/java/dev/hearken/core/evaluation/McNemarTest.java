package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class McNemarTest {
    @Test
    void clipsAreSortedByWhoGetsThemRight() {
        McNemar compared =
                McNemar.of(List.of(true, false, true, false, false), List.of(true, true, false, false, true));
        assertThat(compared).isEqualTo(new McNemar(1, 2, 1, 1));
        assertThat(compared.clips()).isEqualTo(5);
        assertThat(compared.notWorse()).isTrue();
    }

    @Test
    void theExactTestIsTheBinomialTail() {
        // 2 * (1 + 8) / 2^8
        assertThat(new McNemar(50, 7, 1, 3).pValue()).isCloseTo(18.0 / 256, within(1e-12));
        assertThat(new McNemar(50, 1, 7, 3).pValue()).isCloseTo(18.0 / 256, within(1e-12));
        assertThat(new McNemar(50, 0, 5, 3).pValue()).isCloseTo(2.0 / 32, within(1e-12));
    }

    @Test
    void modelsThatDoNotDifferAreAsGood() {
        assertThat(new McNemar(9, 0, 0, 1).pValue()).isEqualTo(1);
        assertThat(new McNemar(9, 4, 4, 1).pValue()).isEqualTo(1);
        assertThat(new McNemar(9, 4, 4, 1).notWorse()).isTrue();
        assertThat(new McNemar(9, 3, 4, 1).notWorse()).isFalse();
    }

    @Test
    void manyClipsDoNotOverflow() {
        assertThat(new McNemar(0, 5_000, 4_800, 0).pValue()).isBetween(0.03, 0.06);
        assertThat(new McNemar(0, 5_000, 0, 0).pValue()).isZero();
    }

    @Test
    void listsOfDifferentLengthsAreNotPaired() {
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.of(List.of(true), List.of()));
    }
}
