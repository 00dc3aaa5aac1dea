package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.EmbeddingMel;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechBackboneTest {
    private static final SpeechEmbeddingWeights RELEASED = SpeechEmbeddingWeights.released();
    private static final SpeechBackbone BACKBONE = SpeechBackbone.of(RELEASED, SpeechEmbedding.SOUND_LAYERS);

    /** The standard deviation of the embedding on speech is about 15. */
    private static final double THOUSANDTH_OF_A_DEVIATION = 15e-3;

    /** Two seconds of a note that rises, with noise. */
    private static Waveform rising() {
        float[] samples = new float[32_000];
        for (int i = 0; i < samples.length; i++) {
            double hertz = 200 + i / 40.0;
            samples[i] = (float) (0.2 * Math.sin(2 * Math.PI * hertz * i / 16_000) + 0.02 * Math.sin(i * (double) i));
        }
        return Waveform.of(samples, 16_000);
    }

    @Test
    void beforeTrainingBothOutputsAreThoseOfTheFrontEnd() {
        List<float[]> outputs = run(BACKBONE, BACKBONE.start());

        assertThat(largestDifference(outputs.get(0), frontEnd(SpeechEmbedding.SOUND_LAYERS)))
                .isLessThan(THOUSANDTH_OF_A_DEVIATION);
        assertThat(largestDifference(outputs.get(1), frontEnd(SpeechEmbeddingWeights.LAYERS)))
                .isLessThan(THOUSANDTH_OF_A_DEVIATION);
    }

    @Test
    void whatWasTrainedIsWhatTheFrontEndThenGives() {
        Weights weights = BACKBONE.start();
        weights.forEach((parameter, values) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] *= 1.05f;
            }
        });
        SpeechEmbeddingWeights trained = RELEASED.with(BACKBONE.trained(weights));

        assertThat(trained).isNotEqualTo(RELEASED);
        try (FeatureExtractor extractor = FeatureExtractor.of(new SpeechEmbedding(trained, 20))) {
            float[] expected = extractor.extract(rising()).toArray();
            assertThat(largestDifference(run(BACKBONE, weights).get(1), expected))
                    .isLessThan(THOUSANDTH_OF_A_DEVIATION);
        }
    }

    @Test
    void trainingCanReachEveryOneOfThe328128Numbers() {
        assertThat(BACKBONE.start().trainedCount()).isEqualTo(328_128);
    }

    @Test
    void theTapLiesBeforeTheEnd() {
        assertThatThrownBy(() -> SpeechBackbone.of(RELEASED, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20");
    }

    private static List<float[]> run(SpeechBackbone backbone, Weights weights) {
        Features mel;
        try (FeatureExtractor extractor = FeatureExtractor.of(new EmbeddingMel())) {
            mel = extractor.extract(rising());
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray input = manager.create(mel.toArray(), new Shape(1, mel.frames(), mel.channels()));
            return backbone.outputs(new TorchOps(manager, weights, false), input).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    private static float[] frontEnd(int layers) {
        try (FeatureExtractor extractor = FeatureExtractor.of(new SpeechEmbedding(layers))) {
            return extractor.extract(rising()).toArray();
        }
    }

    private static double largestDifference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest;
    }
}
