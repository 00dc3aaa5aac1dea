package dev.hearken.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void aScoreIsTheMeanOfTheLastProbabilitiesAndSilenceBefore() {
        assertThat(Smoothing.of(new float[] {0.375f, 0.75f, 0.375f, 0, 0, 0}, 3))
                .containsExactly(0.125f, 0.375f, 0.5f, 0.375f, 0.125f, 0);
    }

    @Test
    void oneFrameIsItsOwnMean() {
        assertThat(Smoothing.of(new float[] {0.3f, 1}, 1)).containsExactly(0.3f, 1);
    }
}
