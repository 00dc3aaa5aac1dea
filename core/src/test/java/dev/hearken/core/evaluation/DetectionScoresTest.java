package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.OperatingPoint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectionScoresTest {
    private static final double HOUR = 3600;

    /** Nothing is averaged; after a detection, three frames of one sample pass. */
    private static final DetectionRule RULE = new DetectionRule(1, 3, 1);

    private final DetectionScores scores = new DetectionScores(RULE, 1);

    @Test
    void anEventIsMissedIfItsHighestScoreIsBelowTheThreshold() {
        scores.addPositive(new float[] {0, 0.4f, 0.9f, 0.1f});
        scores.addPositive(new float[] {0.2f, 0.3f});
        scores.addNegative(new float[] {0}, HOUR);

        assertThat(scores.atThreshold(0.9f).missed()).isEqualTo(new Proportion(1, 2));
        assertThat(scores.atThreshold(0.91).missed()).isEqualTo(new Proportion(2, 2));
        assertThat(scores.atThreshold(0.3f).missed()).isEqualTo(new Proportion(0, 2));
    }

    @Test
    void aScoreThatStaysUpIsOneAlarmAndOneThatComesBackLaterIsAnother() {
        scores.addPositive(new float[] {1});
        //                                  up               down  up again
        scores.addNegative(new float[] {0, 0.8f, 0.9f, 0.7f, 0.7f, 0.7f, 0, 0.8f, 0}, HOUR);

        assertThat(alarmsAt(0.6)).isEqualTo(2);
        assertThat(alarmsAt(0.75)).isEqualTo(2);
        assertThat(alarmsAt(0.85)).isEqualTo(1);
        assertThat(alarmsAt(0.95)).isZero();
    }

    @Test
    void aCrossingDuringTheRefractoryIsNoAlarmAndDoesNotBecomeOneLater() {
        scores.addPositive(new float[] {1});
        // Frame 1 is an alarm; frame 3 comes two frames later, and stays up beyond the third.
        scores.addNegative(new float[] {0, 1, 0, 1, 1, 1, 0}, HOUR);
        assertThat(alarmsAt(0.5)).isEqualTo(1);

        // Frame 1 is an alarm, frame 4 comes three frames later.
        scores.addNegative(new float[] {0, 1, 0, 0, 1, 0}, HOUR);
        assertThat(alarmsAt(0.5)).isEqualTo(3);
    }

    @Test
    void theRefractoryDoesNotReachIntoTheNextStream() {
        scores.addPositive(new float[] {1});
        scores.addNegative(new float[] {0, 1}, HOUR / 2);
        scores.addNegative(new float[] {1, 0}, HOUR / 2);

        assertThat(scores.atThreshold(0.5).alarms()).isEqualTo(new AlarmRate(2, 1));
    }

    @Test
    void probabilitiesAreAveragedBeforeTheyAreJudged() {
        DetectionScores smoothed = new DetectionScores(new DetectionRule(2, 0, 1), 1);
        smoothed.addPositive(new float[] {0.8f, 0, 0});
        smoothed.addNegative(new float[] {0, 0.6f, 0.4f, 0}, HOUR);

        // 0.8 counts with the 0 before the stream: 0.4. The highest mean of the stream is (0.6 + 0.4) / 2.
        assertThat(smoothed.atThreshold(0.39).missed().successes()).isZero();
        assertThat(smoothed.atThreshold(0.41).missed().successes()).isEqualTo(1);
        assertThat(smoothed.atThreshold(0.5).alarms().falseAlarms()).isEqualTo(1);
        assertThat(smoothed.atThreshold(0.51).alarms().falseAlarms()).isZero();
    }

    @Test
    void theLowestThresholdIsChosenThatCostsNoMoreThanWanted() {
        scores.addPositive(new float[] {0.55f});
        scores.addPositive(new float[] {0.75f});
        scores.addPositive(new float[] {0.35f});
        scores.addPositive(new float[] {0.95f});
        // In two hours three alarms, with heights 0.9, 0.6 and 0.3.
        scores.addNegative(new float[] {0, 0.9f, 0, 0, 0.6f, 0, 0, 0.3f, 0}, 2 * HOUR);

        // None an hour: above 0.9, three of four missed. Half an hour is one: above 0.6. One an hour is two: above 0.3.
        assertPoint(0, 0.9f, 3, 0);
        assertPoint(0.5, 0.6f, 2, 1);
        assertPoint(0.9, 0.6f, 2, 1);
        assertPoint(1, 0.3f, 0, 2);
    }

    @Test
    void aScoreThatNeverFallsDoesNotPassForFewAlarms() {
        scores.addPositive(new float[] {0.5f});
        // Never below 0.1: there one alarm an hour is "heard"; at 0.2 there are three.
        scores.addNegative(new float[] {0.1f, 0.2f, 0.1f, 0.1f, 0.2f, 0.1f, 0.1f, 0.2f}, HOUR);

        assertPoint(1, 0.2f, 0, 0);
    }

    @Test
    void whereTheStreamReachesCertaintyNothingIsLeftToDetect() {
        scores.addPositive(new float[] {1});
        scores.addNegative(new float[] {0, 1}, HOUR);

        DetectionPoint point = scores.at(0);

        assertThat(point.threshold()).isGreaterThan(1);
        assertThat(point.missed()).isEqualTo(new Proportion(1, 1));
        assertThat(point.toOperatingPoint("word")).isEqualTo(new OperatingPoint("word", 1, 1, 1, 0, 1));
    }

    @Test
    void theCurveHasAPointForEachEventMoreThatIsFound() {
        scores.addPositive(new float[] {0.5f});
        scores.addPositive(new float[] {0.5f});
        scores.addPositive(new float[] {0.8f});
        scores.addNegative(new float[] {0, 0.6f, 0, 0, 0.9f, 0}, HOUR);

        assertThat(scores.curve())
                .containsExactly(
                        new DetectionPoint(0.5, new Proportion(0, 3), new AlarmRate(2, 1)),
                        new DetectionPoint(0.8f, new Proportion(2, 3), new AlarmRate(1, 1)));
    }

    @Test
    void thirtyHoursGiveTheSameAlarmsAsAWalkThroughThem() {
        SplittableRandom random = new SplittableRandom(5);
        float[] stream = new float[1_350_000];
        for (int i = 0; i < stream.length; i++) {
            stream[i] = (float) Math.pow(random.nextDouble(), 4);
        }
        scores.addPositive(new float[] {1});
        scores.addNegative(stream, 30 * HOUR);

        DetectionPoint point = scores.at(2);

        assertThat(point.alarms().falseAlarms()).isEqualTo(60);
        assertThat(walk(stream, point.threshold())).isEqualTo(60);
        assertThat(walk(stream, 0.4)).isEqualTo(alarmsAt(0.4));
    }

    @Test
    void itIsWrittenWithItsDenominators() {
        DetectionPoint point = new DetectionPoint(0.7, new Proportion(37, 903), new AlarmRate(12, 24));

        assertThat(point).hasToString("FRR 4.1 % (37/903) at 0.50 FAH (12 in 24.0 h)");
    }

    @Test
    void withoutEventsOrStreamsThereIsNoFigure() {
        assertThatIllegalStateException().isThrownBy(() -> scores.at(1));
        scores.addPositive(new float[0]);
        assertThatIllegalStateException().isThrownBy(() -> scores.atThreshold(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> scores.at(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> scores.at(Double.NaN));
    }

    private int alarmsAt(double threshold) {
        return scores.atThreshold(threshold).alarms().falseAlarms();
    }

    private void assertPoint(double wanted, float above, int missed, int alarms) {
        DetectionPoint point = scores.at(wanted);
        assertThat(point.threshold()).isGreaterThan(above).isCloseTo(above, within(1e-6));
        assertThat(point.missed().successes()).isEqualTo(missed);
        assertThat(point.alarms().falseAlarms()).isEqualTo(alarms);
    }

    /** The rule as a detector follows it. */
    private static int walk(float[] stream, double threshold) {
        int alarms = 0;
        int next = 0;
        boolean above = false;
        for (int i = 0; i < stream.length; i++) {
            boolean reaches = stream[i] >= threshold;
            if (reaches && !above && i >= next) {
                alarms++;
                next = i + RULE.refractoryFrames(1);
            }
            above = reaches;
        }
        return alarms;
    }
}
