package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmRateTest {
    /** scipy.stats.chi2.ppf(0.025, 2k) / 2 and chi2.ppf(0.975, 2k + 2) / 2. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.688879454",
        "1, 0.025317808, 5.571643391",
        "12, 6.200575, 20.961585",
        "1000, 938.973018, 1063.952136"
    })
    void theIntervalIsGarwoods(int alarms, double low, double high) {
        Interval interval = new AlarmRate(alarms, 1).poisson();

        assertThat(interval.low()).isCloseTo(low, within(1e-5));
        assertThat(interval.high()).isCloseTo(high, within(1e-5));
    }

    @Test
    void noneIsBoundedByHand() {
        // None are seen once in 40 times where e^-x = 1/40: x = ln 40 alarms, here in ten hours.
        assertThat(new AlarmRate(0, 10).poisson().high()).isCloseTo(Math.log(40) / 10, within(1e-12));
    }

    @Test
    void itIsWrittenWithItsHours() {
        assertThat(new AlarmRate(12, 24)).hasToString("0.50 FAH (12 in 24.0 h)");
    }

    @Test
    void noHoursOrNegativeAlarmsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarmRate(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarmRate(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new AlarmRate(-1, 1));
    }
}
