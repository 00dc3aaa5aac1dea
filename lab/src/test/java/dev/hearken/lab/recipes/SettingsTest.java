package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Recipe DIGITS = Recipe.named("digits");

    @Test
    void nothingSaidMeansTheRecipesDefaults() {
        assertThat(Settings.of(DIGITS, List.of())).isEqualTo(DIGITS.defaults("embedding"));
    }

    @Test
    void anySettingCanBeOverriddenByItsDottedName() {
        Settings settings = Settings.of(DIGITS, List.of("training.epochs=7", "training.learning_rate=1e-4", "seed=9"));

        assertThat(settings.training().epochs()).isEqualTo(7);
        assertThat(settings.training().learningRate()).isEqualTo(1e-4);
        assertThat(settings.seed()).isEqualTo(9);
        assertThat(settings.byName()).containsEntry("training.epochs", "7");
    }

    @Test
    void theNetworkDecidesTheOtherDefaults() {
        assertThat(Settings.of(DIGITS, List.of("training.batch_size=32", "network=crnn"))
                        .training()
                        .epochs())
                .isEqualTo(DIGITS.defaults("crnn").training().epochs());
    }

    @Test
    void aMistypedNameIsAnErrorWithTheNearestRightOne() {
        assertThatThrownBy(() -> Settings.of(DIGITS, List.of("training.epoch=7")))
                .hasMessageContaining("did you mean training.epochs?")
                .extracting(SettingsTest::code)
                .isEqualTo("SETTING_UNKNOWN");
    }

    @Test
    void aValueThatCannotBeIsRefusedWithItsName() {
        assertCode("SETTING_INVALID", "training.epochs=0", "training.epochs");
        assertCode("SETTING_INVALID", "training.epochs=many", "many");
        assertCode("SETTING_INVALID", "training.epochs", "KEY=VALUE");
        assertCode("SETTING_INVALID", "fine_tuning.freeze=conv1", "fine_tuning.from");
        assertCode("NETWORK_UNKNOWN", "network=resnet152", "resnet152");
    }

    @Test
    void thereIsNoRecipeOfAnotherName() {
        assertThatThrownBy(() -> Recipe.named("letters"))
                .hasMessageContaining("digits")
                .extracting(SettingsTest::code)
                .isEqualTo("RECIPE_UNKNOWN");
    }

    private static void assertCode(String code, String setting, String told) {
        assertThatThrownBy(() -> Settings.of(DIGITS, List.of(setting)))
                .hasMessageContaining(told)
                .extracting(SettingsTest::code)
                .isEqualTo(code);
    }

    private static String code(Throwable failure) {
        return ((HearkenException) failure).code();
    }
}
