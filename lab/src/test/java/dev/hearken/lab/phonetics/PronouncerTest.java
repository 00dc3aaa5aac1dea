package dev.hearken.lab.phonetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PronouncerTest {
    private final Pronouncer pronouncer = Pronouncer.english();

    @ParameterizedTest
    @CsvSource({
        "Hey Computer!, hey computer",
        "hey 42, hey forty two",
        "Jürgen & Zoë, jurgen and zoe",
        "R2D2, r two d two",
        "wi-fi, wi fi",
        "what’s up?, what's up",
        "'okay, go', okay go"
    })
    void aPhraseIsReadAsItIsSaid(String typed, String spoken) {
        assertThat(SpokenPhrase.of(typed).text()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "'', PHRASE_EMPTY",
        "'   ', PHRASE_EMPTY",
        "'?!', PHRASE_WITHOUT_WORDS",
        "'...', PHRASE_WITHOUT_WORDS",
        "привет, PHRASE_OTHER_ALPHABET",
        "hey 你好, PHRASE_OTHER_ALPHABET",
        "hey 😀, PHRASE_SYMBOL",
        "a = b, PHRASE_SYMBOL",
        "one two three four five six seven eight nine ten eleven, PHRASE_TOO_LONG",
        "98765432109876543210, PHRASE_TOO_LONG"
    })
    void whatCannotBeSaidIsRefusedWithAReason(String typed, String code) {
        assertThatThrownBy(() -> SpokenPhrase.of(typed))
                .isInstanceOfSatisfying(
                        HearkenException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aPhraseOfAHundredAndOneCharactersIsTooLong() {
        assertThatThrownBy(() -> SpokenPhrase.of("a".repeat(101)))
                .isInstanceOfSatisfying(
                        HearkenException.class,
                        refused -> assertThat(refused.code()).isEqualTo("PHRASE_TOO_LONG"));
    }

    @Test
    void wordsOfTheDictionaryAreSaidAsItSays() {
        assertThat(pronouncer.pronunciation("hey computer")).hasToString("HH EY K AH M P Y UW T ER");
        assertThat(pronouncer.pronunciations("read"))
                .extracting(Object::toString)
                .containsExactly("R EH D", "R IY D");
        assertThat(pronouncer.pronunciation("hey computer").syllables()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"snowboy, S N OW B OY", "hearken, HH AA R K AH N", "mqtt, EH M K Y UW T IY T IY"})
    void otherWordsAreSaidAsTheirLettersTell(String word, String phones) {
        assertThat(pronouncer.pronunciation(word)).hasToString(phones);
    }

    @ParameterizedTest
    @ValueSource(strings = {"they compute her", "say hey computer again"})
    void aPhraseIsFoundInsideOtherWords(String text) {
        assertThat(pronouncer.within(text, SpokenPhrase.of("hey computer"))).isLessThan(1.3);
    }

    @Test
    void syllablesAreCutBeforeTheConsonantThatBeginsThem() {
        assertThat(Syllables.of(LetterToSound.english()
                        .align("computer", pronouncer.pronunciation("computer"))
                        .orElseThrow()))
                .containsExactly("com", "pu", "ter");
    }
}
