package dev.hearken.lab.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseSettingsTest {
    @Test
    void takesAnySettingByItsDottedName() {
        PhraseSettings changed =
                PhraseSettings.STANDARD.with(List.of("clips=300", "training.steps=200", "mixture.confusers=0"));

        assertThat(changed.clips()).isEqualTo(300);
        assertThat(changed.training().steps()).isEqualTo(200);
        assertThat(changed.mixture().confusers()).isZero();
        assertThat(changed.sentences()).isEqualTo(PhraseSettings.STANDARD.sentences());
    }

    @Test
    void namesTheNearestSettingWhereOneIsMistyped() {
        assertThatThrownBy(() -> PhraseSettings.STANDARD.with(List.of("training.step=200")))
                .hasMessageContaining("did you mean training.steps");
    }

    @Test
    void refusesTowersThatCannotBeDealtToTheFolds() {
        assertThatThrownBy(() -> PhraseSettings.STANDARD.with(List.of("towers=4")))
                .hasMessageContaining("multiple of the 3");
    }

    @Test
    void refusesADetectorThatMayNeverBeWrong() {
        assertThatThrownBy(() -> PhraseSettings.STANDARD.with(List.of("false_alarms_per_hour=0")))
                .hasMessageContaining("above 0");
    }
}
