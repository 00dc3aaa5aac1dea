package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph's two-step transform against the plain one. */
class PlainLogMelTest {
    @Test
    void anySettingsGiveThePlainTransform() {
        Random random = new Random(7);
        for (int trial = 0; trial < 100; trial++) {
            int fftSize = 2 * (4 + random.nextInt(40));
            Stft stft = new Stft(
                    1000,
                    fftSize,
                    2 + random.nextInt(fftSize - 1),
                    1 + random.nextInt(fftSize),
                    oneOf(random, Padding.values()));
            LogMel logMel = new LogMel(
                    stft,
                    MelBank.htk(1 + random.nextInt(2), 0, 250 + 250 * random.nextDouble()),
                    oneOf(random, LogMel.Spectrum.values()),
                    LogScale.natural(1e-6f));
            assertSame(logMel, Signals.risingTone(fftSize + random.nextInt(3 * fftSize), 1000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7_jackson_0.wav", "3_theo_1.wav", "0_nicolas_2.wav"})
    void realSpeechGivesThePlainTransform(String clip) {
        String data = Optional.ofNullable(System.getenv("HEARKEN_DATA")).orElse("../../shared/data");
        Path file = Path.of(data, "fsdd/recordings", clip);
        assumeTrue(Files.exists(file), "no recording at " + file);
        assertSame(LogMel.digits8k(), ((Decoded) AudioReader.standard().read(file)).waveform());
    }

    private static <T> T oneOf(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static void assertSame(LogMel logMel, Waveform waveform) {
        try (FeatureExtractor extractor = FeatureExtractor.of(logMel)) {
            Features features = extractor.extract(waveform);
            assertThat(features.frames()).isEqualTo(logMel.frames(waveform.length()));
            assertThat(GoldenFile.largestDifference(features.toArray(), PlainLogMel.of(logMel, waveform)))
                    .as("%s on %s", logMel, waveform)
                    .isLessThan(1e-4);
        }
    }
}
