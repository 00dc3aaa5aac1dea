package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Offset<Float> CLOSE = within(1e-6f);
    private static final Waveform SOUND = Waveform.of(new float[] {0}, 8000);
    private static final TrainingClip SURE = new TrainingClip(0, SOUND, 1);

    @Test
    void smoothingIsSpreadOverAllLabels() {
        assertThat(row(0.25, 0, SURE)).containsExactly(new float[] {0.0625f, 0.8125f, 0.0625f, 0.0625f}, CLOSE);
    }

    @Test
    void doubtGoesToTheOtherLabels() {
        assertThat(row(0, 0, new TrainingClip(0, SOUND, 1, 0.7f)))
                .containsExactly(new float[] {0.1f, 0.7f, 0.1f, 0.1f}, CLOSE);
    }

    @Test
    void aTeachersAnswerHasItsShare() {
        // 0.25 of the label, 0.75 of what stands behind the two features.
        assertThat(row(0, 0.75, SURE, 5, 5, 0.4f, 0.4f, 0.2f, 0))
                .containsExactly(new float[] {0.3f, 0.55f, 0.15f, 0}, CLOSE);
    }

    @Test
    void withWeightsARareLabelWeighsAsMuchAsAFrequentOne() {
        List<TrainingClip> clips = List.of(SURE, new TrainingClip(1, SOUND, 0), new TrainingClip(2, SOUND, 0));
        Targets targets = new Targets(clips, 2, settings(0, true), 0);
        float[] wanted = new float[4];

        targets.fill(wanted, 0, clips.get(0), new float[0]);
        targets.fill(wanted, 1, clips.get(1), new float[0]);

        assertThat(wanted).containsExactly(new float[] {0, 1.5f, 0.75f, 0}, CLOSE);
    }

    private static float[] row(double smoothing, double taughtShare, TrainingClip clip, float... example) {
        float[] wanted = new float[4];
        new Targets(List.of(clip), 4, settings(smoothing, false), taughtShare).fill(wanted, 0, clip, example);
        return wanted;
    }

    private static TrainingSettings settings(double smoothing, boolean weights) {
        return new TrainingSettings(1, 8, 0.01, 0, "cosine", 0, 0.5, 5, 0, smoothing, 0, weights, 5, 0);
    }
}
