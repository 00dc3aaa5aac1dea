package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
    @Test
    void threeRightOfFourAtNinetyPercentAreFifteenPercentOff() {
        CalibrationError error =
                CalibrationError.of(List.of(clip(0.9f, 0), clip(0.9f, 0), clip(0.9f, 0), clip(0.9f, 1)));

        assertThat(error.value()).isCloseTo(0.15, within(1e-6));
        assertThat(error.bins()).hasSize(1);
        // 0.9 lies in (13/15, 14/15].
        assertThat(error.bins().get(0).low()).isEqualTo(13.0 / 15);
        assertThat(error.bins().get(0).n()).isEqualTo(4);
    }

    @Test
    void binsAreWeighedByTheirClips() {
        // Three at 0.9, all right: 0.1 off. One at 0.6, wrong: 0.6 off. (3 x 0.1 + 1 x 0.6) / 4 = 0.225.
        CalibrationError error =
                CalibrationError.of(List.of(clip(0.9f, 0), clip(0.9f, 0), clip(0.9f, 0), clip(0.6f, 1)));

        assertThat(error.value()).isCloseTo(0.225, within(1e-6));
    }

    @Test
    void certaintyOfOneLiesInTheLastBin() {
        assertThat(CalibrationError.of(List.of(clip(1, 0))).bins().get(0).high())
                .isEqualTo(1);
    }

    @Test
    void beforeAndAfterTemperatureScalingItIsThatOfNumPy() {
        List<ScoredClip> clips = OracleClips.all();
        Temperature temperature = Temperature.fit(clips);
        List<ScoredClip> calibrated =
                clips.stream().map(clip -> clip.calibrated(temperature)).toList();

        assertThat(CalibrationError.of(clips).value()).isCloseTo(0.2815113793340749, within(1e-9));
        assertThat(CalibrationError.of(calibrated).value()).isCloseTo(0.2270993464601388, within(1e-7));
        assertThat(CalibrationError.beforeCalibration(calibrated)).isEqualTo(CalibrationError.of(clips));
    }

    private static ScoredClip clip(float probability, int truth) {
        return ScoredClip.ofProbabilities("x", Optional.empty(), truth, new float[] {probability, 1 - probability});
    }
}
