package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TeacherTest {
    @Test
    void theSharesOfLabelsAndOfNoneAreFoundFromWhatAModelGives() {
        // Shares 0.6, 0.1 and 0.3 of none: among the labels alone 6/7 and 1/7, and 0.6 is the greatest.
        assertThat(Teacher.withNone(new float[] {6 / 7f, 1 / 7f}, 0.6f))
                .containsExactly(new float[] {0.6f, 0.1f, 0.3f}, within(1e-6f));
    }

    @Test
    void roundingLeavesNoneNothingRatherThanLess() {
        assertThat(Teacher.withNone(new float[] {0.5f, 0.5f}, 0.50001f)[2]).isZero();
    }
}
