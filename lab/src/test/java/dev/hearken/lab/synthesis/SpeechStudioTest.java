package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.task.Label;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.catalogue.ClipKey;
import dev.hearken.store.catalogue.SpokenClip;
import dev.hearken.store.catalogue.SpokenText;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechStudioTest {
    private static final Label ZERO = new Label("zero");
    private static final Label ONE = new Label("one");
    private static final Map<Label, List<String>> SPELLINGS =
            Map.of(ZERO, List.of("zero", "oh", "nought"), ONE, List.of("one"));

    @TempDir
    Path folder;

    private Database database;
    private Catalogue catalogue;

    @BeforeEach
    void openHome() {
        Home home = Home.open(folder);
        database = Database.open(home);
        catalogue = Catalogue.of(home, database);
    }

    @AfterEach
    void closeHome() {
        database.close();
    }

    private static SpeechPlan plan(int clips, List<Voice> voices, long seed) {
        return SpeechPlan.draw(SPELLINGS, clips, voices, SpeakingRange.STANDARD, seed);
    }

    @Test
    void aPlanSpreadsOverEnginesByShareAndOverTheirVoicesEvenly() {
        List<Voice> voices = List.of(
                ToneVoice.of("flite", "a"),
                ToneVoice.of("flite", "b"),
                ToneVoice.of("espeak-ng", "c"),
                ToneVoice.of("espeak-ng", "d"),
                ToneVoice.of("espeak-ng", "e"));
        SpeechPlan plan = plan(190, voices, 1);
        // Of 190, shares of 1200 to 700 are 120 and 70.
        Map<String, Long> ofZero = plan.lines().stream()
                .filter(line -> line.label().equals(ZERO))
                .collect(Collectors.groupingBy(line -> line.voice().id(), Collectors.counting()));
        assertThat(ofZero)
                .isEqualTo(Map.of(
                        "flite/a", 35L, "flite/b", 35L, "espeak-ng/c", 40L, "espeak-ng/d", 40L, "espeak-ng/e", 40L));
        assertThat(plan.lines()).hasSize(380).doesNotHaveDuplicates();
        assertThat(plan.lines())
                .filteredOn(line -> line.label().equals(ZERO))
                .extracting(line -> line.utterance().text())
                .contains("zero", "oh", "nought")
                .doesNotContain("one");
    }

    @Test
    void theSameSeedDrawsTheSamePlanAndAnotherAnother() {
        List<Voice> voices = List.of(ToneVoice.of("flite", "a"), ToneVoice.of("other", "b"));
        assertThat(plan(20, voices, 1)).isEqualTo(plan(20, voices, 1)).isNotEqualTo(plan(20, voices, 2));
    }

    @Test
    void aPlanNeedsAVoice() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(20, List.of(), 1));
    }

    @Test
    void clipsComeInThePlansOrderWithTheirSpeakersAsGroups() throws InterruptedException {
        SpeechPlan plan = plan(40, List.of(ToneVoice.of("flite", "a"), ToneVoice.of("other", "b")), 1);
        SpeechSession session = new SpeechStudio(catalogue, 2).record(plan, UnaryOperator.identity());
        assertThat(session.skips()).isEmpty();
        assertThat(session.clips()).hasSize(80);
        for (int i = 0; i < 80; i++) {
            LabelledSpeech clip = session.clips().get(i);
            SpeechPlan.Line line = plan.lines().get(i);
            assertThat(clip.label()).isEqualTo(line.label());
            assertThat(clip.group()).isEqualTo(line.voice().speaker());
            assertThat(new Spoken(clip.waveform())).isEqualTo(line.voice().speak(line.utterance()));
        }
    }

    @Test
    void whatWasSaidOnceComesFromTheCatalogueAndIsTheSame() throws InterruptedException {
        ToneVoice voice = ToneVoice.of("tone", "a");
        SpeechPlan plan = plan(30, List.of(voice), 1);
        UnaryOperator<Waveform> half = clip -> clip.window(0, clip.length() / 2);
        SpeechSession first = new SpeechStudio(catalogue, 2).record(plan, half);
        int said = voice.said().get();
        SpeechSession second = new SpeechStudio(catalogue, 1).record(plan, half);
        assertThat(voice.said()).hasValue(said).hasValue(60);
        assertThat(first.reused()).isEqualTo(new SpeechSession.Reused(0, 0));
        assertThat(first.made()).isEqualTo(60);
        assertThat(second.reused().clips()).isEqualTo(60);
        assertThat(second.reused().seconds())
                .isCloseTo(
                        second.clips().stream()
                                .mapToDouble(clip -> clip.waveform().durationSeconds())
                                .sum(),
                        within(1e-9));
        assertThat(second.clips()).isEqualTo(first.clips());
    }

    @Test
    void aLineThatCannotBeSaidCostsThatLine() throws InterruptedException {
        SpeechPlan plan = new SpeechPlan(List.of(
                new SpeechPlan.Line(ONE, ToneVoice.of("tone", "a"), Utterance.of("one")),
                new SpeechPlan.Line(ONE, ToneVoice.of("tone", "a"), Utterance.of("silence")),
                new SpeechPlan.Line(ONE, ToneVoice.of("tone", "b"), Utterance.of("one"))));
        SpeechSession session = new SpeechStudio(catalogue, 2).record(plan, UnaryOperator.identity());
        assertThat(session.clips()).extracting(clip -> clip.voice().id()).containsExactly("tone/a", "tone/b");
        assertThat(session.skips())
                .extracting(SpeechSession.SkippedLine::line)
                .containsExactly(plan.lines().get(1));
        assertThat(session.skipCounts()).isEqualTo(Map.of(SkipReason.SILENT, 1L));
    }

    @Test
    void theCatalogueKnowsWhoSaidWhatAndHow() throws InterruptedException {
        Voice voice = ToneVoice.of("tone", "a");
        SpeechPlan plan = new SpeechPlan(List.of(new SpeechPlan.Line(ONE, voice, new Utterance("One!", 1.1, 0.9))));
        new SpeechStudio(catalogue, 1).record(plan, UnaryOperator.identity());
        SpokenClip clip = catalogue.saying(List.of(new SpokenText("one"))).get(0);
        assertThat(clip.key())
                .isEqualTo(new ClipKey(new SpokenText("One!"), "tone", "tone/a", "pitch=0.90 rate=1.10 version=1"));
        assertThat(clip.speaker()).isEqualTo("a");
        assertThat(clip.licence()).isEqualTo("none needed");
        assertThat(clip.sampleRateHz()).isEqualTo(8_000);
    }

    @Test
    void aSoundThatWasDamagedIsSaidAgain() throws InterruptedException {
        ToneVoice voice = ToneVoice.of("tone", "a");
        SpeechPlan plan = plan(1, List.of(voice), 1);
        SpeechStudio studio = new SpeechStudio(catalogue, 1);
        SpeechSession first = studio.record(plan, UnaryOperator.identity());
        catalogue
                .saying(List.of(new SpokenText("one")))
                .forEach(clip -> catalogue.sounds().forget(clip.sha256()));
        SpeechSession second = studio.record(plan, UnaryOperator.identity());
        assertThat(second.clips()).isEqualTo(first.clips());
        assertThat(second.made()).isEqualTo(1);
    }

    @Test
    void anEngineThatGoesOnFailingIsAskedNoMore() throws InterruptedException {
        ToneVoice broken = ToneVoice.of("broken", "a");
        List<SpeechPlan.Line> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(new SpeechPlan.Line(ONE, broken, Utterance.of("failure " + i)));
        }
        lines.add(new SpeechPlan.Line(ONE, ToneVoice.of("tone", "b"), Utterance.of("one")));
        SpeechSession session = new SpeechStudio(catalogue, 1).record(new SpeechPlan(lines), UnaryOperator.identity());
        assertThat(broken.said()).hasValue(5);
        assertThat(session.clips()).hasSize(1);
        assertThat(session.skipCounts()).isEqualTo(Map.of(SkipReason.FAILED, 5L, SkipReason.ENGINE_GIVEN_UP, 35L));
    }

    @Test
    void aPlanOfNothingIsDoneAtOnce() throws InterruptedException {
        SpeechSession session =
                new SpeechStudio(catalogue, 1).record(new SpeechPlan(List.of()), UnaryOperator.identity());
        assertThat(session.clips()).isEmpty();
    }
}
