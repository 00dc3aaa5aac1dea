package dev.hearken.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LevelModel} makes every hop's probability the level of its samples, so that scores can be written down. */
class DetectorTest {
    @Test
    void anEventIsReportedOnceWhereItsScoreReachesTheThreshold() {
        assertThat(detections(LevelModel.file(), 0, 0.5, 0.625, 0.875, 0.75, 0))
                .containsExactly(new Detection(new Label("positive"), 150, 300, LevelModel.RATE, 0.625f));
    }

    @Test
    void aScoreThatStaysUpBeyondTheRefractoryIsStillOneEvent() {
        assertThat(detections(LevelModel.file(), 0.7, 0.7, 0.7, 0.7, 0.7, 0.7)).hasSize(1);
    }

    @Test
    void twoEventsAreTwoIfTheRefractoryLiesBetween() {
        assertThat(ends(detections(LevelModel.file(), 0.7, 0, 0, 0.7))).containsExactly(100L, 400L);
        assertThat(ends(detections(LevelModel.file(), 0.7, 0, 0.7, 0, 0.7))).containsExactly(100L, 500L);
    }

    @Test
    void theScoreIsTheMeanOfTheLastProbabilities() {
        DetectionRule rule = new DetectionRule(2, 0, 150);

        List<Detection> detections = detections(LevelModel.file(rule), 0.5, 0.5, 1, 0.5);

        // Means 0.25, 0.5, 0.75, 0.75: the threshold 0.625 is reached in the third.
        assertThat(detections).containsExactly(new Detection(new Label("positive"), 150, 300, LevelModel.RATE, 0.75f));
    }

    @Test
    void noEventBeginsBeforeItsStream() {
        Detection first = detections(LevelModel.file(), 0.7).get(0);

        assertThat(first.startSeconds()).isZero();
        assertThat(first.endSeconds()).isEqualTo(0.1);
    }

    @Test
    void everyLabelHasItsThresholdButThoseOfNoEvent() {
        // The threshold of "negative", which has no operating point, is 0.5; "_neither_" is at 1 in the second hop.
        assertThat(detections(LevelModel.file(), -0.4, 0, -0.5, 0, 0, 0.75))
                .extracting(detection -> detection.label().name())
                .containsExactly("negative", "positive");
    }

    @Test
    void aSoundOfNoKnownClassSpeaksForNoLabel() {
        float[] unknown = LevelModel.levels(0.9, 0, 0, 0, 0.9);
        unknown[0] = 0.4f;
        try (DetectorPool pool = DetectorPool.open(LevelModel.openSet())) {
            List<Hop> hops = pool.detector(LevelModel.RATE).push(unknown);

            assertThat(hops.get(0).posteriors().toArray()).containsExactly(0, 0, 0);
            assertThat(ends(hops.stream()
                            .flatMap(hop -> hop.detection().stream())
                            .toList()))
                    .containsExactly(500L);
        }
    }

    @Test
    void flushGivesTheLastSamplesTheirHop() {
        try (DetectorPool pool = DetectorPool.open(LevelModel.file())) {
            Detector detector =
                    pool.detector(LevelModel.RATE, Thresholds.all(pool.model().metadata(), 0.3));
            float[] halfAHop = Arrays.copyOf(LevelModel.levels(0.8), 50);

            assertThat(detector.push(halfAHop)).isEmpty();
            List<Hop> rest = detector.flush();

            // 50 samples and half a second of silence are 550: six hops.
            assertThat(rest).hasSize(6);
            assertThat(rest.get(0).detection()).map(Detection::score).contains(0.4f);
            assertThat(detector.flush()).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 44_100})
    void whatIsNoNumberOrTooLargeDoesNoLastingHarm(int rate) {
        SplittableRandom random = new SplittableRandom(rate);
        float[] odd = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.MIN_VALUE
        };
        try (DetectorPool pool = DetectorPool.open(PhraseModel.file())) {
            Detector detector = pool.detector(rate);
            for (int round = 0; round < 30; round++) {
                float[] block = new float[random.nextInt(3_000)];
                for (int i = 0; i < block.length; i++) {
                    block[i] = odd[random.nextInt(odd.length)];
                }
                detector.push(block);
            }
            List<Hop> silence = detector.push(new float[6 * PhraseModel.WINDOW]);
            float[] afterwards = silence.get(silence.size() - 1).posteriors().toArray();
            float[] fresh = pool.detector(16_000)
                    .push(new float[PhraseModel.HOP])
                    .get(0)
                    .posteriors()
                    .toArray();

            assertThat(afterwards).containsExactly(fresh, within(1e-6f));
        }
    }

    @Test
    void emptyBlocksBringNothing() {
        try (DetectorPool pool = DetectorPool.open(LevelModel.file())) {
            Detector detector = pool.detector(LevelModel.RATE);

            assertThat(detector.push(new float[0])).isEmpty();
            pool.run(List.of());
            pool.run(List.of(detector));
            assertThat(detector.poll()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> pool.detector(0));
        }
    }

    private static List<Detection> detections(ModelFile model, double... levels) {
        try (DetectorPool pool = DetectorPool.open(model)) {
            List<Detection> detections = new ArrayList<>();
            for (Hop hop : pool.detector(LevelModel.RATE).push(LevelModel.levels(levels))) {
                hop.detection().ifPresent(detections::add);
            }
            return detections;
        }
    }

    private static List<Long> ends(List<Detection> detections) {
        return detections.stream().map(Detection::endSample).toList();
    }
}
