package dev.hearken.lab.phonetics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.lab.phonetics.Confuser.Kind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConfusersTest {
    private static final List<Confuser> OF_COMPUTER = Confusers.of("Hey, Computer!");

    @Test
    void everyKindIsThereTheNearestFirstAndEachTextOnce() {
        assertThat(OF_COMPUTER).extracting(Confuser::kind).contains(Kind.values());
        assertThat(OF_COMPUTER).extracting(Confuser::distance).isSorted();
        assertThat(OF_COMPUTER).extracting(Confuser::text).doesNotHaveDuplicates();
        assertThat(OF_COMPUTER).hasSizeGreaterThan(100);
    }

    @Test
    void thePhraseItselfIsNoneOfThem() {
        assertThat(OF_COMPUTER).extracting(Confuser::text).noneMatch(text -> text.contains("hey computer "));
        assertThat(OF_COMPUTER).extracting(Confuser::text).doesNotContain("hey computer");
    }

    @Test
    void whatAListenerWouldMistakeItForIsAmongThem() {
        assertThat(OF_COMPUTER)
                .extracting(Confuser::text)
                .contains("hay computer", "hey commuter", "hey complete", "computer", "hey compu", "computer hey");
        assertThat(Confusers.of("jarvis")).extracting(Confuser::text).contains("jar this", "service", "jargon");
    }

    @Test
    void thereAreEnoughFarOnesToTrainWith() {
        assertThat(OF_COMPUTER)
                .filteredOn(confuser -> confuser.distance() >= Confusers.NEAR)
                .hasSizeGreaterThan(50);
    }

    @Test
    void aPhraseWithAVeryShortOrUnknownWordHasConfusersToo() {
        assertThat(Confusers.of("a")).isNotEmpty();
        assertThat(Confusers.of("okay zyxwolu")).extracting(Confuser::kind).contains(Kind.SWAPPED, Kind.PART);
    }

    @Test
    void aPhraseStandsInEveryCarrierAndInNoPlainSentence() {
        SpokenPhrase phrase = SpokenPhrase.of("good morning");
        assertThat(CarrierSentences.around(phrase, 1))
                .hasSizeGreaterThan(150)
                .allMatch(sentence -> sentence.toLowerCase(Locale.ROOT).contains("good morning"))
                .noneMatch(sentence -> sentence.contains("{}"));
        assertThat(CarrierSentences.alone(phrase))
                .startsWith("good morning")
                .contains("Good, morning!", "Good morning?");
        assertThat(PlainSentences.without(phrase)).hasSizeGreaterThan(300);
        assertThat(PlainSentences.without(SpokenPhrase.of("window")))
                .noneMatch(sentence -> sentence.contains("window"));
    }
}
