package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.Waveform;
import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engines installed on this machine, really speaking; skipped for those that are not. */
class EnginesTest {
    private static Voices voices = new Voices(List.of());

    @BeforeAll
    static void findVoices(@TempDir Path folder) {
        voices = Voices.installed(Home.open(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "espeak-ng/en-us",
                "espeak-ng/en-gb-scotland+f3",
                "flite/slt",
                "flite/kal16",
                "festival/ked_diphone",
                "festival/cmu_us_slt_arctic_hts"
            })
    void aVoiceSaysAWordInAUsualTimeAndTheSameEachTime(String id) {
        Voice voice = voice(id);
        Waveform seven = said(voice, new Utterance("seven", 1, 1));
        assertThat(SilenceTrim.STANDARD.trim(seven).durationSeconds()).isBetween(0.2, 1.2);
        assertThat(peak(seven)).isBetween(0.02, 0.99);
        assertThat(said(voice, new Utterance("seven", 1, 1))).isEqualTo(seven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"espeak-ng/en-us", "flite/slt", "festival/ked_diphone", "festival/cmu_us_slt_arctic_hts"})
    void aFasterRateIsShorter(String id) {
        Voice voice = voice(id);
        int slow = said(voice, new Utterance("computer", 0.8, 1)).length();
        int fast = said(voice, new Utterance("computer", 1.4, 1)).length();
        assertThat((double) slow / fast).isBetween(1.2, 2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"espeak-ng/en-us", "flite/slt", "festival/ked_diphone"})
    void aHigherPitchIsHigher(String id) {
        Voice voice = voice(id);
        double low = pitchHz(said(voice, new Utterance("nine", 1, 0.8)));
        double high = pitchHz(said(voice, new Utterance("nine", 1, 1.25)));
        assertThat(high / low).isBetween(1.25, 2.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"espeak-ng/en-us", "flite/slt", "festival/ked_diphone"})
    void textIsOnlyEverText(String id) {
        for (String text : List.of("-w seven", "--help", "$(seven) `seven` ; seven", "seven\" (quit) \\", "'(exit)")) {
            assertThat(voice(id).speak(Utterance.of(text))).as(text).isInstanceOf(Spoken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"flite/slt", "festival/ked_diphone"})
    void textTheEngineCannotReadIsSkipped(String id) {
        Voice voice = voice(id);
        List<Speech> speeches = voice.speakAll(List.of(Utterance.of("seven"), Utterance.of("café")));
        assertThat(speeches.get(0)).isInstanceOf(Spoken.class);
        assertThat(speeches.get(1))
                .isInstanceOfSatisfying(
                        Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.TEXT_UNSUPPORTED));
    }

    @Test
    void espeakReadsUnicode() {
        assertThat(voice("espeak-ng/en-us").speak(Utterance.of("café"))).isInstanceOf(Spoken.class);
    }

    @Test
    void espeakHasNothingToSayOfDots() {
        assertThat(voice("espeak-ng/en-us").speak(Utterance.of("...")))
                .isInstanceOfSatisfying(
                        Skipped.class,
                        skipped -> assertThat(skipped.reason()).isIn(SkipReason.SILENT, SkipReason.UNREADABLE_AUDIO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"festival/ked_diphone", "festival/cmu_us_slt_arctic_hts"})
    void festivalSaysManyInOneGoAsItSaysThemAlone(String id) {
        Voice voice = voice(id);
        List<Utterance> utterances =
                List.of(new Utterance("one", 0.8, 1.2), new Utterance("seven", 1, 1), new Utterance("two", 1.2, 0.8));
        List<Speech> together = voice.speakAll(utterances);
        assertThat(together).hasSize(3).allSatisfy(speech -> assertThat(speech).isInstanceOf(Spoken.class));
        for (int i = 0; i < 3; i++) {
            assertThat(together.get(i)).isEqualTo(voice.speak(utterances.get(i)));
        }
    }

    @Test
    void espeakHasManySpeakersAndNoRobots() {
        voice("espeak-ng/en-us");
        assertThat(voices.distinctSpeakers()).isGreaterThan(50);
        assertThat(voices.all()).extracting(Voice::id).doesNotHaveDuplicates().noneMatch(id -> id.contains("robo"));
        assertThat(voices.all()).extracting(Voice::engineVersion).doesNotContain("unknown");
    }

    private static Voice voice(String id) {
        List<Voice> found =
                voices.all().stream().filter(voice -> voice.id().equals(id)).toList();
        assumeTrue(!found.isEmpty(), id + " is not installed");
        return found.get(0);
    }

    private static Waveform said(Voice voice, Utterance utterance) {
        Speech speech = voice.speak(utterance);
        assertThat(speech).isInstanceOf(Spoken.class);
        return ((Spoken) speech).waveform();
    }

    private static double peak(Waveform clip) {
        double peak = 0;
        for (int i = 0; i < clip.length(); i++) {
            peak = Math.max(peak, Math.abs(clip.sample(i)));
        }
        return peak;
    }

    /** The pitch between 60 and 400 Hz: the lag of the highest autocorrelation. */
    private static double pitchHz(Waveform clip) {
        int best = 1;
        double highest = 0;
        for (int lag = clip.sampleRateHz() / 400; lag <= clip.sampleRateHz() / 60; lag++) {
            double sum = 0;
            for (int i = lag; i < clip.length(); i++) {
                sum += clip.sample(i) * clip.sample(i - lag);
            }
            if (sum > highest) {
                highest = sum;
                best = lag;
            }
        }
        return (double) clip.sampleRateHz() / best;
    }
}
