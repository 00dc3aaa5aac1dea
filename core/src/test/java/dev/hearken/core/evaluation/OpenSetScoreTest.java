package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.inference.Answers;
import org.junit.jupiter.api.Test;

class OpenSetScoreTest {
    @Test
    void areaAndSharesCountTheKnownAboveTheUnknown() {
        // Of the four pairs one is the wrong way round: 0.4 known, 0.6 unknown. The threshold lies at 0.5.
        OpenSetScore score = OpenSetScore.of(Answers.known(0.5, 0.9f, 0.4f), Answers.known(0.5, 0.6f, 0.1f));

        assertThat(score.auroc()).isEqualTo(0.75);
        assertThat(score.accepted()).isEqualTo(new Proportion(1, 2));
        assertThat(score.rejected()).isEqualTo(new Proportion(1, 2));
    }
}
