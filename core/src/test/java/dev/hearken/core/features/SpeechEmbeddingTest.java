package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the released ONNX files; {@code src/test/golden/embedding.py} made the vectors. */
class SpeechEmbeddingTest {
    private static final Waveform TONE = Signals.risingTone(24000, 16000);

    @Test
    void theMelBandsAreThoseOfTheReleasedFrontEnd() throws IOException {
        float[] expected = GoldenFile.floats("embedding/mel.f32");
        try (FeatureExtractor extractor = FeatureExtractor.of(new EmbeddingMel())) {
            Features mel = extractor.extract(TONE);
            assertThat(mel.frames()).isEqualTo(147);
            // Values of 8 to 13, so 1e-4 relative would be 8e-4.
            assertThat(GoldenFile.largestDifference(mel.toArray(), expected)).isLessThan(1e-4);
        }
    }

    @Test
    void theEmbeddingsAreThoseOfTheReleasedNetworkRunWindowByWindow() throws IOException {
        float[] expected = GoldenFile.floats("embedding/embeddings.f32");
        try (FeatureExtractor extractor = FeatureExtractor.of(SpeechEmbedding.whole())) {
            Features embeddings = extractor.extract(TONE);
            assertThat(embeddings.frames()).isEqualTo(9);
            assertThat(GoldenFile.largestDifference(embeddings.toArray(), expected))
                    .isLessThan(1e-3);
        }
    }

    @Test
    void aFrameIs12512SamplesAndTheNextOne80MillisecondsLater() {
        SpeechEmbedding embedding = SpeechEmbedding.whole();
        // 76 mel frames: 75 hops of 160 and a frame of 512. Eight mel hops are 1,280 samples.
        assertThat(embedding.grid()).isEqualTo(FrameGrid.of(75 * 160 + 512, 1280));
        assertThat(embedding.frames(12511)).isZero();
        assertThat(embedding.frames(16000)).isEqualTo(3);
    }

    @Test
    void makesExactlyTheFramesItPromises() {
        try (FeatureExtractor extractor = FeatureExtractor.of(SpeechEmbedding.whole())) {
            for (int samples : List.of(12512, 12512 + 1279, 12512 + 1280, 16000, 17000)) {
                assertThat(extractor.extract(TONE.window(0, samples)).frames())
                        .isEqualTo(extractor.frontEnd().frames(samples));
            }
        }
    }

    @Test
    void aFrameHeardAloneIsTheFrameHeardInTheWhole() {
        try (FeatureExtractor extractor = FeatureExtractor.of(SpeechEmbedding.whole())) {
            Features whole = extractor.extract(TONE);
            Features alone = extractor.extract(TONE.window(4 * 1280, 4 * 1280 + 12512));
            for (int channel = 0; channel < 96; channel++) {
                assertThat(alone.value(0, channel)).isCloseTo(whole.value(4, channel), within(1e-3f));
            }
        }
    }

    @Test
    void silenceLiesOnTheFloorWhateverIsAroundIt() {
        try (FeatureExtractor extractor = FeatureExtractor.of(new EmbeddingMel())) {
            // 20 dB at the scale of 16-bit integers: 20 / 10 + 2.
            assertThat(extractor.extract(Waveform.of(new float[512], 16000)).value(0, 0))
                    .isCloseTo(4f, within(1e-5f));
        }
    }

    @Test
    void theRobustWeightsHearThroughNoiseWhatTheReleasedOnesHearInQuiet() {
        Waveform spoken = ((Decoded) AudioReader.standard().read(Path.of("../examples/seven.wav"))).waveform();
        Waveform clean = spoken.window(0, 16_000);
        // The word has a root mean square of 0.13: this is 10 dB below.
        Waveform noisy = withNoise(clean, 0.04f);
        for (int layers : new int[] {SpeechEmbedding.SOUND_LAYERS, SpeechEmbeddingWeights.LAYERS}) {
            float[] wanted = embed(new SpeechEmbedding(layers), clean);
            double frozen = distance(embed(new SpeechEmbedding(layers), noisy), wanted);
            double robust = distance(embed(SpeechEmbedding.robust(layers), noisy), wanted);
            assertThat(robust).isLessThan(0.85 * frozen);
        }
    }

    private static float[] embed(SpeechEmbedding embedding, Waveform clip) {
        try (FeatureExtractor extractor = FeatureExtractor.of(embedding)) {
            return extractor.extract(clip).toArray();
        }
    }

    private static Waveform withNoise(Waveform clip, float deviation) {
        Random random = new Random(1);
        float[] samples = clip.toArray();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += deviation * (float) random.nextGaussian();
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theWeightsAreTwentyLayersOf328128Numbers() {
        SpeechEmbeddingWeights weights = SpeechEmbeddingWeights.released();
        assertThat(weights.layers()).hasSize(20);
        assertThat(weights.layers().get(0).weights().shape()).containsExactly(24, 1, 3, 3);
        assertThat(weights.layers().get(19).weights().shape()).containsExactly(96, 96, 3, 1);
        assertThat(weights.layers().get(19).bias()).isEmpty();
        int numbers = weights.layers().stream()
                .mapToInt(layer -> layer.weights().toArray().length
                        + layer.bias().map(bias -> bias.toArray().length).orElse(0))
                .sum();
        assertThat(numbers).isEqualTo(328_128);
    }
}
