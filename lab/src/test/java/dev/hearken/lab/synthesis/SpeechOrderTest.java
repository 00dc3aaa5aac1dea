package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.task.Label;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechOrderTest {
    private static final Label POSITIVE = new Label("positive");
    private static final Voice A = ToneVoice.of("one", "a");
    private static final Voice B = ToneVoice.of("one", "b");
    private static final Voice C = ToneVoice.of("two", "c");
    private static final EngineShares THREE_TO_ONE = new EngineShares(Map.of("one", 3.0), 1);

    @TempDir
    Path folder;

    private Database database;
    private SpeechStudio studio;

    @BeforeEach
    void openHome() {
        Home home = Home.open(folder);
        database = Database.open(home);
        studio = new SpeechStudio(Catalogue.of(home, database), 2);
    }

    @AfterEach
    void closeHome() {
        database.close();
    }

    private static SpeechOrder order(int clips, int growth, String... texts) {
        return new SpeechOrder(
                POSITIVE, List.of(texts), List.of(A, B, C), THREE_TO_ONE, SpeakingRange.STANDARD, clips, growth, 1);
    }

    private SpeechSession filled(SpeechOrder order) throws InterruptedException {
        return studio.fill(order, UnaryOperator.identity(), done -> {});
    }

    @Test
    void theFirstOrderIsSaidAnewByEnginesInTheirShares() throws InterruptedException {
        SpeechSession session = filled(order(40, 5, "hey computer", "hey, computer!"));
        assertThat(session.made()).isEqualTo(40);
        assertThat(byVoice(session)).isEqualTo(Map.of("one/a", 15L, "one/b", 15L, "two/c", 10L));
    }

    @Test
    void theSecondReusesAllButItsGrowthAndWhatHasBeenSaidGrows() throws InterruptedException {
        filled(order(40, 0, "hey computer"));
        SpeechSession second = filled(order(40, 8, "hey computer"));
        assertThat(second.clips()).hasSize(40);
        assertThat(second.reused().clips()).isEqualTo(32);
        assertThat(second.made()).isEqualTo(8);
        SpeechSession third = filled(order(48, 0, "hey computer"));
        assertThat(third.reused().clips()).isEqualTo(48);
        assertThat(keys(third)).hasSize(48).containsAll(keys(second));
    }

    @Test
    void whatIsMissingIsMadeEvenIfItIsMoreThanTheGrowth() throws InterruptedException {
        filled(order(10, 0, "hey computer"));
        SpeechSession more = filled(order(40, 8, "hey computer"));
        assertThat(more.reused().clips()).isEqualTo(10);
        assertThat(more.made()).isEqualTo(30);
    }

    @Test
    void anotherTextSharesNothingAndAnotherPunctuationAll() throws InterruptedException {
        filled(order(20, 0, "hey computer"));
        assertThat(filled(order(20, 0, "hey commuter")).made()).isEqualTo(20);
        assertThat(filled(order(20, 0, "Hey, Computer?")).reused().clips()).isEqualTo(20);
    }

    @Test
    void fewerClipsThanThereAreStillComeFromAllVoices() throws InterruptedException {
        filled(order(80, 0, "hey computer"));
        SpeechSession few = filled(order(8, 0, "hey computer"));
        assertThat(few.reused().clips()).isEqualTo(8);
        assertThat(byVoice(few)).isEqualTo(Map.of("one/a", 3L, "one/b", 3L, "two/c", 2L));
    }

    @Test
    void whatAnEngineCannotSayIsSaidByTheOthers() throws InterruptedException {
        Voice mute = new MuteVoice(ToneVoice.of("two", "c"));
        SpeechOrder order = new SpeechOrder(
                POSITIVE, List.of("hey"), List.of(A, B, mute), THREE_TO_ONE, SpeakingRange.STANDARD, 40, 0, 1);
        SpeechSession session = filled(order);
        assertThat(session.clips()).hasSize(40);
        assertThat(byVoice(session)).isEqualTo(Map.of("one/a", 20L, "one/b", 20L));
        assertThat(session.skips()).hasSize(10);
    }

    @Test
    void anOrderOfNoTextsOrMoreGrowthThanClipsIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> order(10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> order(10, 11, "hey"));
    }

    private static Map<String, Long> byVoice(SpeechSession session) {
        return session.clips().stream()
                .collect(Collectors.groupingBy(clip -> clip.voice().id(), Collectors.counting()));
    }

    private static Set<String> keys(SpeechSession session) {
        return session.clips().stream()
                .map(clip -> SpeechKey.of(clip.voice(), clip.utterance()).id())
                .collect(Collectors.toSet());
    }

    /** A voice that has lost its sound. */
    private record MuteVoice(Voice voice) implements Voice {
        @Override
        public String id() {
            return voice.id();
        }

        @Override
        public String engine() {
            return voice.engine();
        }

        @Override
        public String engineVersion() {
            return voice.engineVersion();
        }

        @Override
        public String licence() {
            return voice.licence();
        }

        @Override
        public String language() {
            return voice.language();
        }

        @Override
        public String speaker() {
            return voice.speaker();
        }

        @Override
        public Speech speak(Utterance utterance) {
            return new Skipped(SkipReason.SILENT, "not a sound");
        }
    }
}
