package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void cosineRisesInALineAndFallsToNothing() {
        Schedule cosine = new Schedule.Cosine(0.2);

        assertThat(cosine.factor(0, 0)).isZero();
        assertThat(cosine.factor(0.1, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(0.2, 0)).isCloseTo(1, within(1e-12));
        assertThat(cosine.factor(0.6, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(cosine.factor(1, 0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void eachPlateauHalvesTheRate() {
        assertThat(new Schedule.ReduceOnPlateau(0.5, 3).factor(0.9, 2)).isEqualTo(0.25);
    }

    @Test
    void oneCycleRisesForAQuarterAndFallsToNothing() {
        assertThat(Schedule.ONE_CYCLE.factor(0, 0)).isCloseTo(0.04, within(1e-12));
        assertThat(Schedule.ONE_CYCLE.factor(0.25, 0)).isCloseTo(1, within(1e-12));
        assertThat(Schedule.ONE_CYCLE.factor(0.625, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(Schedule.ONE_CYCLE.factor(1, 0)).isCloseTo(0, within(1e-12));
    }

    @Test
    void impossibleSettingsAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Schedule.Cosine(1)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new Schedule.ReduceOnPlateau(2, 3)).hasMessageContaining("2.0");
    }
}
