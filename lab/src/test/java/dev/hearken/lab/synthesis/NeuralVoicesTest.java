package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.Waveform;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices that are networks: tiny ones made here, with eSpeak NG's real phonemes. */
class NeuralVoicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @BeforeEach
    void phonemesAreThere() {
        assumeTrue(ProgramPath.ofEnvironment().find(EspeakNg.ENGINE).isPresent(), "espeak-ng is not installed");
    }

    private VoiceSearch search(String language) {
        return new VoiceSearch(
                ProgramPath.ofEnvironment(),
                Home.open(folder).voices(),
                Map.of(),
                new Language(language),
                List.of(),
                PATIENCE);
    }

    private Path piperFolder() {
        return Home.open(folder).voices().resolve("piper");
    }

    private Path kokoroFolder() {
        return Home.open(folder).voices().resolve("kokoro");
    }

    @Test
    void aPiperVoiceIsItsFilesAndNothingElse() throws IOException {
        TinyVoices.piper(piperFolder().resolve("en"), "en_US-tiny-low", false);
        Files.writeString(piperFolder().resolve("no-settings.onnx"), "…");
        Voice voice = PiperVoice.installed(search("en")).get(0);
        assertThat(PiperVoice.installed(search("en"))).hasSize(1);
        assertThat(voice.id()).isEqualTo("piper/en_US-tiny-low");
        assertThat(voice.speaker()).isEqualTo("piper/tiny");
        assertThat(voice.language()).isEqualTo("en-us");
        assertThat(voice.licence()).isEqualTo("CC0");
        assertThat(PiperVoice.installed(search("de"))).isEmpty();
    }

    @Test
    void aPiperVoiceSaysItsPhonemesWithPadsBetweenThem() throws IOException {
        TinyVoices.piper(piperFolder(), "en_US-tiny-low", false);
        Voice voice = PiperVoice.installed(search("en")).get(0);
        // hˈeɪ! is 5 phonemes, each with a pad, and begin, pad and end; length scale 2.
        Waveform hey = said(voice, Utterance.of("hey!"));
        assertThat(hey.sampleRateHz()).isEqualTo(16_000);
        assertThat(hey.length()).isEqualTo((2 * 5 + 3) * 400 * 2);
        assertThat(said(voice, new Utterance("hey!", 2, 1)).length()).isEqualTo(hey.length() / 2);
    }

    @Test
    void everySpeakerOfAPiperVoiceIsAVoice() throws IOException {
        TinyVoices.piper(piperFolder(), "en_US-crowd-low", true);
        List<Voice> voices = PiperVoice.installed(search("en-us"));
        assertThat(voices)
                .extracting(Voice::id)
                .containsExactly("piper/en_US-crowd-low#ada", "piper/en_US-crowd-low#bob", "piper/en_US-crowd-low#2");
        assertThat(voices).extracting(Voice::speaker).doesNotHaveDuplicates();
        assertThat(voices.stream()
                        .map(voice -> said(voice, Utterance.of("hey")))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void aNetworkThatIsNoneIsSkippedWithAReason() throws IOException {
        Path file = TinyVoices.piper(piperFolder(), "en_US-tiny-low", false);
        Files.writeString(file, "no network");
        Voice voice = PiperVoice.installed(search("en")).get(0);
        assertThat(voice.speak(Utterance.of("hey")))
                .isInstanceOfSatisfying(
                        Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.FAILED));
    }

    @Test
    void textWithoutAWordIsSkipped() throws IOException {
        TinyVoices.piper(piperFolder(), "en_US-tiny-low", false);
        TinyVoices.kokoro(kokoroFolder(), "af_one");
        for (Voice voice : List.of(
                PiperVoice.installed(search("en")).get(0),
                KokoroVoice.installed(search("en")).get(0))) {
            assertThat(voice.speak(Utterance.of("...")))
                    .isInstanceOfSatisfying(
                            Skipped.class,
                            skipped -> assertThat(skipped.reason()).isEqualTo(SkipReason.TEXT_UNSUPPORTED));
        }
    }

    @Test
    void kokorosSpeakersSpeakTheirLanguageAndAllOfThemEnglish() throws IOException {
        TinyVoices.kokoro(kokoroFolder(), "af_one", "bm_two", "em_three", "jf_four");
        assertThat(single(KokoroVoice.installed(search("en"))))
                .containsExactlyInAnyOrder(
                        "kokoro/af_one", "kokoro/em_three@en-us", "kokoro/jf_four@en-us", "kokoro/bm_two");
        assertThat(single(KokoroVoice.installed(search("en-gb")))).containsExactly("kokoro/bm_two");
        assertThat(single(KokoroVoice.installed(search("es")))).containsExactly("kokoro/em_three");
        assertThat(KokoroVoice.installed(search("ja"))).isEmpty();
    }

    @Test
    void blendsAreSpeakersOfTheirOwnAndAlwaysTheSame() throws IOException {
        TinyVoices.kokoro(kokoroFolder(), "af_one", "af_two", "am_three", "am_four");
        List<Voice> voices = KokoroVoice.installed(search("en"));
        // Four speakers have six pairs and four triples.
        assertThat(voices)
                .hasSize(14)
                .isEqualTo(KokoroVoice.installed(search("en")).stream()
                        .map(voice -> voices.stream()
                                .filter(same -> same.id().equals(voice.id()))
                                .findFirst()
                                .orElseThrow())
                        .toList());
        assertThat(voices).extracting(Voice::speaker).doesNotHaveDuplicates();
    }

    @Test
    void aBlendLiesBetweenItsSpeakers() throws IOException {
        TinyVoices.kokoro(kokoroFolder(), "af_one", "af_two", "af_three");
        Map<String, Voice> voices = new TreeMap<>();
        KokoroVoice.installed(search("en")).forEach(voice -> voices.put(voice.id(), voice));
        // The mean of the styles 0 and 2 is the style 1, so the tiny network hums the same.
        assertThat(said(voices, "kokoro/af_one+af_three")).isEqualTo(said(voices, "kokoro/af_two"));
        assertThat(said(voices, "kokoro/af_one")).isNotEqualTo(said(voices, "kokoro/af_two"));
    }

    @Test
    void kokoroReadsDiphthongsAsOneLetterAndSpeaksAtTheRateAsked() throws IOException {
        TinyVoices.kokoro(kokoroFolder(), "af_one");
        Voice voice = KokoroVoice.installed(search("en")).get(0);
        // hˈA! and silence on both sides.
        assertThat(said(voice, Utterance.of("hey!")).length()).isEqualTo((4 + 2) * 400);
        assertThat(said(voice, new Utterance("hey!", 2, 1)).length()).isEqualTo((4 + 2) * 200);
    }

    @Test
    void phonemesAreThoseKokoroWasTrainedOn() {
        assertThat(KokoroPhonemes.of("hˈe^ɪ kəmpjˈuːɾɚ", "en-us")).isEqualTo("hˈA kəmpjˈuɾəɹ");
        assertThat(KokoroPhonemes.of("ɡˈə^ʊ", "en-gb")).isEqualTo("ɡˈQ");
        assertThat(KokoroPhonemes.of("t^ʃˈiːz bɜːd", "en-us")).isEqualTo("ʧˈiz bɜɹd");
        assertThat(KokoroPhonemes.numbers("hˈA☃")).containsExactly(50, 156, 24);
    }

    @Test
    void severalTextsAreReadInOneGoWithTheirPunctuation() {
        Phonemizer phonemizer =
                Phonemizer.installed(ProgramPath.ofEnvironment(), PATIENCE).orElseThrow();
        assertThat(phonemizer.phonemes("en-us", List.of("Hey, computer!", "no", "?!", "Dr. Who")))
                .satisfiesExactly(
                        hey -> assertThat(hey).contains("hˈe^ɪ, kəmpjˈuːɾɚ!"),
                        no -> assertThat(no).contains("nˈo^ʊ"),
                        nothing -> assertThat(nothing).isEmpty(),
                        who -> assertThat(who.orElseThrow()).contains("hˈuː"));
    }

    private static Set<String> single(List<Voice> voices) {
        Set<String> ids = new HashSet<>();
        voices.stream().map(Voice::id).filter(id -> !id.contains("+")).forEach(ids::add);
        return ids;
    }

    private static Waveform said(Map<String, Voice> voices, String id) {
        assertThat(voices).containsKey(id);
        return said(voices.getOrDefault(id, ToneVoice.of("missing", id)), Utterance.of("hey"));
    }

    private static Waveform said(Voice voice, Utterance utterance) {
        Speech speech = voice.speak(utterance);
        assertThat(speech).as(voice.id()).isInstanceOf(Spoken.class);
        return ((Spoken) speech).waveform();
    }
}
