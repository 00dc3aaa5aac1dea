package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetCurveTest {
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.975, 1.959964", "0.025, -1.959964", "0.001, -3.090232", "0.99999, 4.264891"})
    void theDeviateIsTheOneOfTheTables(double share, double deviate) {
        assertThat(NormalDeviate.of(share)).isCloseTo(deviate, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.1", "NaN"})
    void nothingAndEverythingHaveNoDeviate(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDeviate.of(share));
    }

    @Test
    void aRateOfNoneStandsHalfAClipFromTheEdge() {
        RocCurve roc = RocCurve.of(new double[] {3, 4}, new double[] {1, 2, 0, 0, 0});

        DetCurve.Point perfect = DetCurve.of(roc, 2, 5).points().get(1);

        assertThat(perfect.missRate()).isZero();
        assertThat(perfect.missDeviate()).isEqualTo(NormalDeviate.of(0.25));
        assertThat(perfect.falseAlarmDeviate()).isEqualTo(NormalDeviate.of(0.1));
    }
}
