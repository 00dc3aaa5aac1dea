package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UtteranceTest {
    @Test
    void rateAndPitchAreKeptToTwoDecimals() {
        assertThat(new Utterance("seven", 1.23456, 0.98765)).isEqualTo(new Utterance("seven", 1.23, 0.99));
    }

    @Test
    void whatNoEngineShouldBeAskedToSayIsRefused() {
        for (String text : new String[] {"", "  ", "a\nb", "null\0", "x".repeat(501)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Utterance.of(text));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Utterance("seven", 0.3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Utterance("seven", 1, Double.NaN));
    }
}
