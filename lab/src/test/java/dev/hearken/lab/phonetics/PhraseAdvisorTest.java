package dev.hearken.lab.phonetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.phonetics.Remark.Code;
import org.junit.jupiter.api.Test;

class PhraseAdvisorTest {
    @Test
    void aLongPhraseThatNobodySaysByChanceIsGood() {
        PhraseAdvice advice = PhraseAdvisor.on("Hey Computer!");
        assertThat(advice.outlook()).isEqualTo(Outlook.GOOD);
        assertThat(advice.remarks()).isEmpty();
        assertThat(advice.variants()).isEmpty();
        assertThat(advice.perHour()).isLessThan(0.01);
        assertThat(advice.confusions())
                .extracting(each -> each.confuser().text())
                .contains("the computer");
    }

    @Test
    void aShortWordThatEverybodySaysIsPoorAndALongerOneIsProposed() {
        PhraseAdvice advice = PhraseAdvisor.on("no");
        assertThat(advice.outlook()).isEqualTo(Outlook.POOR);
        assertThat(advice.remarks())
                .extracting(Remark::code)
                .contains(Code.SHORT, Code.FEW_SYLLABLES, Code.COMMON, Code.SOUNDS_LIKE_COMMON_WORDS);
        assertThat(advice.confusions())
                .extracting(each -> each.confuser().text())
                .contains("know");
    }

    @Test
    void aWordSaidEveryHourGetsBetterWithACallBeforeIt() {
        PhraseAdvice advice = PhraseAdvisor.on("computer");
        assertThat(advice.outlook()).isEqualTo(Outlook.POOR);
        assertThat(advice.remarks()).extracting(Remark::code).contains(Code.COMMON);
        assertThat(advice.variants()).contains("okay computer");
    }

    @Test
    void howAnUnknownWordIsReadIsTold() {
        assertThat(PhraseAdvisor.on("okay zyxwolu").remarks())
                .anyMatch(remark -> remark.code() == Code.GUESSED_PRONUNCIATION
                        && remark.sentence().contains("zyxwolu"));
    }

    @Test
    void aSentenceIsLong() {
        assertThat(PhraseAdvisor.on("please turn on all the lights in here").remarks())
                .extracting(Remark::code)
                .contains(Code.LONG);
    }

    @Test
    void theSameIsToldToPeopleAndPrograms() {
        PhraseAdvice advice = PhraseAdvisor.on("computer");
        assertThat(advice.toText()).contains("K AH M P Y UW T ER", "outlook: poor", "better: ");
        assertThat(advice.toJson())
                .containsEntry("phrase", "computer")
                .containsEntry("phones", 8)
                .containsEntry("syllables", 3)
                .containsEntry("outlook", "poor");
    }

    @Test
    void whatIsNoPhraseIsRefused() {
        assertThatThrownBy(() -> PhraseAdvisor.on(" ")).isInstanceOf(HearkenException.class);
    }
}
