package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.lab.network.DetectorHead;
import dev.hearken.lab.training.DetectorTraining.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectorTrainingTest {
    private static final int CHANNELS = 4;
    private static final int WINDOW = 3;
    private static final DetectorHead HEAD = new DetectorHead(3, WINDOW, CHANNELS, 8, 0.1f);
    private static final DetectorSettings SETTINGS = new DetectorSettings(200, 64, 5e-3, 0.01, 0.3, 0.2, 50, 2, 3);

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void tellsAPatternFromWhatIsNotIt() {
        DetectorScoring scoring = trained(phrases(0), phrases(1), phrases(2));

        assertThat(scoring.logits(rising())[0]).isPositive();
        assertThat(scoring.logits(falling())[0]).isNegative();
    }

    @Test
    void aTowerLearnsNothingFromTheFoldItJudges() {
        // In fold 0 alone the phrase sounds like what is no phrase anywhere else.
        List<FoldedSequence> odd = List.of(new FoldedSequence(level(3), 0));

        DetectorScoring scoring = trained(phrases(1), phrases(2), odd, odd, odd);

        float strangers = scoring.unseen(new FoldedSequence(level(3), 0))[0];
        float learned = scoring.unseen(new FoldedSequence(level(3), 1))[0];
        assertThat(learned).isGreaterThan(0);
        assertThat(strangers).isLessThan(learned);
    }

    @Test
    void aSoundShorterThanAStretchHasNoAnswer() {
        assertThat(trained(phrases(0), phrases(1)).logits(new float[CHANNELS])).isEmpty();
    }

    @SafeVarargs
    private DetectorScoring trained(List<FoldedSequence>... phrases) {
        WindowPool whole = new WindowPool();
        for (List<FoldedSequence> some : phrases) {
            some.forEach(sequence -> whole.add(sequence, 0));
        }
        WindowPool rest = new WindowPool();
        List<FoldedSequence> phraseless = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            FoldedSequence sequence = new FoldedSequence(falling(), i % 3);
            phraseless.add(sequence);
            rest.add(sequence, 0);
        }
        List<Portion> portions = List.of(new Portion(whole, true, 0.5), new Portion(rest, false, 0.5));
        DetectorTraining training = new DetectorTraining(HEAD, SETTINGS, portions, phraseless, 1);
        return new DetectorScoring(HEAD, training.train(step -> {}), SETTINGS.folds());
    }

    private List<FoldedSequence> phrases(int fold) {
        List<FoldedSequence> phrases = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            phrases.add(new FoldedSequence(rising(), fold));
        }
        return phrases;
    }

    private float[] rising() {
        return ramp(1);
    }

    private float[] falling() {
        return ramp(-1);
    }

    private float[] ramp(int direction) {
        float[] values = new float[WINDOW * CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (direction * (i / CHANNELS - 1) + 0.2 * random.nextGaussian());
        }
        return values;
    }

    private static float[] level(float value) {
        float[] values = new float[WINDOW * CHANNELS];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
