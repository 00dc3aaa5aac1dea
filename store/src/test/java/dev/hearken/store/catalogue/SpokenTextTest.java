package dev.hearken.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hey, Computer!            | hey computer",
                "  hey   computer          | hey computer",
                "What’s up?                | what's up",
                "'tis the dogs' day        | tis the dogs day",
                "CAFÉ № 5                  | café no 5",
                "ｆｕｌｌ width             | full width",
                "Schöne Grüße, straße 12b! | schöne grüße straße 12b",
                "ещё раз                   | ещё раз",
                "...                       | \"\"",
            })
    void whoLooksForAPhraseLooksForItsWords(String text, String words) {
        assertThat(new SpokenText(text).words()).isEqualTo(words);
    }

    @Test
    void punctuationMakesAnotherTextAndTheSameWords() {
        SpokenText asked = new SpokenText("Computer?");
        SpokenText told = new SpokenText("computer.");
        assertThat(asked).isNotEqualTo(told);
        assertThat(asked.sha256()).isEqualTo(told.sha256()).isNotEqualTo(new SpokenText("commuter").sha256());
    }

    @Test
    void nothingIsNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpokenText("  "));
    }
}
