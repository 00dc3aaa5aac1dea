package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.evaluation.Temperature;
import dev.hearken.core.model.OpenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSetRuleTest {
    private static final int LABELS = 2;

    @Test
    void oneOfTwentyKnownClipsIsTurnedAwayAndUnknownClipsDoNotCount() {
        List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clips.add(clip(i % 2, i, 0, 0));
        }
        clips.add(clip(LABELS, 0, 0, 9));

        OpenSet rule = OpenSetRule.fit(clips, LABELS, new Temperature(1));

        assertThat(rule.accepted()).isEqualTo(19);
        assertThat(rule.clips()).isEqualTo(20);
        // The second lowest: logits 1, 0 and 0.
        assertThat(rule.threshold()).isCloseTo(Math.E / (Math.E + 2), within(1e-6));
    }

    @Test
    void aSoundBetweenTwoLabelsIsAsDoubtfulAsOneLikeTheOutliers() {
        double between = known(clip(0, 5, 5, 0));
        double outlier = known(clip(0, 5, 0, 5));

        assertThat(between).isCloseTo(outlier, within(1e-6)).isLessThan(0.5);
    }

    private static double known(ScoredClip clip) {
        return OpenSetRule.fit(List.of(clip), LABELS, new Temperature(1)).threshold();
    }

    private static ScoredClip clip(int truth, float... logits) {
        return ScoredClip.ofLogits("x", Optional.empty(), truth, logits);
    }
}
