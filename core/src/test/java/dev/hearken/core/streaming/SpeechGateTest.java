package dev.hearken.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether Silero VAD hears a spoken word, and nothing in what is no voice. */
class SpeechGateTest {
    private static final Path SEVEN = Path.of("../examples/seven.wav");

    private static SpeechGate gate;

    @BeforeAll
    static void open() {
        gate = SpeechGate.open();
    }

    @AfterAll
    static void close() {
        gate.close();
    }

    @Test
    void aSpokenWordIsSpeechAndTheSilenceBeforeItIsNot() throws IOException {
        Waveform word = word();
        SpeechTrack track = heard(afterASecond(word), word.sampleRateHz(), 1_000);

        assertThat(track.isSpoken(1, 1 + word.durationSeconds())).isTrue();
        assertThat(track.isSpoken(0, 0.8)).isFalse();
    }

    @Test
    void noiseAndTonesAreNoSpeech() {
        Random random = new Random(3);
        float[] noise = new float[32_000];
        float[] tone = new float[32_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 0.1f * (float) random.nextGaussian();
            tone[i] = 0.3f * (float) Math.sin(2 * Math.PI * 440 * i / 16_000);
        }
        assertThat(heard(noise, 16_000, 512).isSpoken(0, 2)).isFalse();
        assertThat(heard(tone, 16_000, 512).isSpoken(0, 2)).isFalse();
    }

    @Test
    void theSizeOfTheBlocksMakesNoDifferenceAndAStreamCanBeginAnew() throws IOException {
        Waveform word = word();
        float[] samples = afterASecond(word);
        double end = (double) samples.length / word.sampleRateHz();
        SpeechTrack whole = heard(samples, word.sampleRateHz(), samples.length);
        SpeechTrack pieces = heard(samples, word.sampleRateHz(), 77);
        for (double at = 0; at < end; at += 0.05) {
            assertThat(pieces.isSpoken(at, at)).as("at %.2f s", at).isEqualTo(whole.isSpoken(at, at));
        }
        whole.reset();
        assertThat(whole.isSpoken(0, end)).isFalse();
    }

    private static SpeechTrack heard(float[] samples, int rate, int block) {
        SpeechTrack track = new SpeechTrack(gate, rate);
        for (int from = 0; from < samples.length; from += block) {
            track.push(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + block)));
        }
        track.finish();
        return track;
    }

    private static float[] afterASecond(Waveform word) {
        return word.window(-word.sampleRateHz(), word.length()).toArray();
    }

    private static Waveform word() throws IOException {
        return ((Decoded) AudioReader.standard().read(Files.readAllBytes(SEVEN))).waveform();
    }
}
