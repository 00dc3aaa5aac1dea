package dev.hearken.lab.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.alignment.Alignment.Aligned;
import dev.hearken.lab.alignment.Alignment.NotAligned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network trained here with the CTC loss alone, written as ONNX and run by ONNX Runtime, tells when words are said. */
class CtcAlignerTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        Files.write(folder.resolve("tones.onnx"), ToneNetwork.trained(400, 7).toOnnx());
        Files.writeString(folder.resolve("tones.json"), ToneNetwork.json());
    }

    @Test
    void wordsAreFoundWhereTheyAreSaid() {
        Random random = new Random(99);
        try (CtcAligner aligner = CtcAligner.open(folder.resolve("tones.onnx"))) {
            for (String text : List.of("ab dcb", "a c bd", "dad cab", "bb a")) {
                ToneNetwork.Utterance said = ToneNetwork.say(text, random);
                List<String> words = List.of(text.split(" ", -1));
                Aligned aligned = (Aligned) aligner.align(said.sound(), words);
                assertThat(aligned.words()).extracting(WordTime::word).isEqualTo(words);
                int letter = 0;
                for (WordTime word : aligned.words()) {
                    assertIn(word.startSeconds(), said.starts().get(letter));
                    letter += word.word().length();
                    assertIn(word.endSeconds(), said.starts().get(letter - 1));
                }
            }
        }
    }

    @Test
    void soundOfAnotherRateIsResampledAndUnknownLettersAreLeftOut() {
        ToneNetwork.Utterance said = ToneNetwork.say("cab", new Random(3));
        try (CtcAligner aligner = CtcAligner.open(folder.resolve("tones.onnx"))) {
            Waveform fast = Resampler.resample(said.sound(), 44_100);
            Aligned aligned = (Aligned) aligner.align(fast, List.of("c'ab", "zzz"));
            assertThat(aligned.words()).extracting(WordTime::word).containsExactly("c'ab");
            assertIn(aligned.words().get(0).startSeconds(), said.starts().get(0));
            assertThat(aligner.align(said.sound(), List.of("zzz"))).isInstanceOf(NotAligned.class);
        }
    }

    @Test
    void aTranscriptLongerThanItsRecordingIsNotAligned() {
        ToneNetwork.Utterance said = ToneNetwork.say("a", new Random(3));
        try (CtcAligner aligner = CtcAligner.open(folder.resolve("tones.onnx"))) {
            assertThat(aligner.align(said.sound(), List.of("abcd".repeat(50)))).isInstanceOf(NotAligned.class);
        }
    }

    @Test
    void wav2vec2VocabulariesAreUnderstood(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("vocab.json"), "{\"<pad>\": 0, \"<s>\": 1, \"|\": 4, \"E\": 5, \"T\": 6}");
        CtcLabels labels = CtcLabels.beside(other.resolve("model.onnx"));
        assertThat(labels.blank()).isZero();
        assertThat(labels.separator()).isEqualTo("|");
        assertThat(labels.indexOf("t")).isEqualTo(6);
        assertThat(labels.strideSamples()).isEqualTo(320);
        assertThat(labels.normalized()).isTrue();
    }

    @Test
    void whatIsMissingOrBrokenIsTold(@TempDir Path other) throws IOException {
        Path model = other.resolve("model.onnx");
        refused(model, "CTC_MODEL_NOT_FOUND");
        Files.writeString(model, "no network");
        refused(model, "CTC_LABELS_MISSING");
        Files.writeString(other.resolve("model.json"), "{\"labels\": []}");
        refused(model, "CTC_LABELS_MALFORMED");
        Files.writeString(other.resolve("model.json"), ToneNetwork.json());
        refused(model, "CTC_MODEL_UNREADABLE");
    }

    /** A CTC network says a letter somewhere within its tone, which lasts 0.1 s, and a frame reaches over 25 ms. */
    private static void assertIn(double seconds, double toneSeconds) {
        assertThat(seconds).isBetween(toneSeconds - 0.03, toneSeconds + 0.13);
    }

    private static void refused(Path model, String code) {
        assertThatThrownBy(() -> CtcAligner.open(model))
                .isInstanceOfSatisfying(
                        HearkenException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
