package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechCacheTest {
    private static final Voice VOICE = ToneVoice.of("tone", "a");
    private static final Utterance SEVEN = Utterance.of("seven");
    private static final Waveform CLIP = ((Spoken) VOICE.speak(SEVEN)).waveform();

    @TempDir
    private Path folder = Path.of("");

    private SpeechCache filled() throws IOException {
        SpeechCache cache = new SpeechCache(folder);
        cache.keep(VOICE, SEVEN, CLIP);
        return cache;
    }

    @Test
    void whatWasKeptIsFoundSampleForSample() throws IOException {
        assertThat(filled().find(VOICE, SEVEN)).contains(CLIP);
    }

    @Test
    void anotherVoiceTextRateOrPitchIsNotFound() throws IOException {
        SpeechCache cache = filled();
        assertThat(cache.find(ToneVoice.of("tone", "b"), SEVEN)).isEmpty();
        assertThat(cache.find(VOICE, Utterance.of("eleven"))).isEmpty();
        assertThat(cache.find(VOICE, new Utterance("seven", 1.1, 1))).isEmpty();
        assertThat(cache.find(VOICE, new Utterance("seven", 1, 1.1))).isEmpty();
    }

    @Test
    void aFileThatWasCutOrChangedIsNotFoundAndCanBeKeptAgain() throws IOException {
        SpeechCache cache = filled();
        Path file = cache.file(VOICE, SEVEN);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[100] ^= 1;
        for (byte[] broken : new byte[][] {changed, Arrays.copyOf(whole, whole.length - 1), new byte[0]}) {
            Files.write(file, broken);
            assertThat(cache.find(VOICE, SEVEN)).isEmpty();
            cache.keep(VOICE, SEVEN, CLIP);
            assertThat(cache.find(VOICE, SEVEN)).contains(CLIP);
        }
    }

    @Test
    void aFileIsAPlayableRecordingAndNothingElseIsLeftBeside() throws IOException {
        SpeechCache cache = filled();
        assertThat(AudioReader.standard().read(cache.file(VOICE, SEVEN)))
                .isInstanceOfSatisfying(
                        Decoded.class, decoded -> assertThat(decoded.waveform()).isEqualTo(CLIP));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }
}
