package dev.hearken.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.task.Label;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final Label POSITIVE = new Label("positive");
    private static final Label NEGATIVE = new Label("negative");

    private final ModelMetadata metadata = LevelModel.file().metadata();

    @Test
    void theFirstPointOfALabelIsItsOwnAndOneHalfStandsInForNone() {
        assertThat(Thresholds.of(metadata).byLabel()).isEqualTo(Map.of(POSITIVE, 0.625, NEGATIVE, 0.5));
    }

    @Test
    void labelsThatAreNoEventsHaveNone() {
        assertThat(Thresholds.events(metadata)).containsExactly(POSITIVE, NEGATIVE);
        assertThat(Thresholds.all(metadata, 0.9).byLabel()).isEqualTo(Map.of(POSITIVE, 0.9, NEGATIVE, 0.9));
    }

    @Test
    void ofThePointsThatCostNoMoreThanWantedTheOneThatMissesLeastIsTaken() {
        ModelMetadata phrase = PhraseModel.file().metadata();
        Label hello = new Label("hello");

        // Its points cost 12 and 24 false alarms in 24 hours.
        assertThat(Thresholds.at(phrase, 0.5).of(hello)).contains(0.6);
        assertThat(Thresholds.at(phrase, 0.99).of(hello)).contains(0.6);
        assertThat(Thresholds.at(phrase, 1).of(hello)).contains(0.5);
        assertThat(Thresholds.at(phrase, 50).of(hello)).contains(0.5);
    }

    @Test
    void fewerFalseAlarmsThanWereMeasuredCannotBePromised() {
        assertThatThrownBy(() -> Thresholds.at(PhraseModel.file().metadata(), 0.1))
                .isInstanceOf(HearkenException.class)
                .hasMessageContaining("there are: 12 in 24.0 h, 24 in 24.0 h")
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("NO_OPERATING_POINT");
        assertThatThrownBy(() -> Thresholds.at(metadata, 1)).hasMessageContaining("negative has no threshold");
    }

    @Test
    void aThresholdBelowZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.all(metadata, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.all(metadata, Double.NaN));
    }
}
