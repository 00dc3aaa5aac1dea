package dev.hearken.lab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.SpeechEmbedding;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfrozenEmbeddingTest {
    private static final SpeechEmbedding EMBEDDING = SpeechEmbedding.robust(SpeechEmbedding.SOUND_LAYERS);
    private static final Network HEAD = new LinearHead(3, 0);

    /** Of 15 layers; the last 5 begin behind a pooling of both axes, 9 lie across one of the bands. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void itBeginsWithWhatTheWholeEmbeddingGives(int count) {
        UnfrozenEmbedding unfrozen = UnfrozenEmbedding.of(EMBEDDING, count, HEAD);
        SpeechEmbedding rest = new SpeechEmbedding(EMBEDDING.weights(), EMBEDDING.layers() - count);
        Features whole = features(EMBEDDING);
        Features part = features(rest);
        Weights ofHead = start(HEAD, whole);
        Weights weights = start(unfrozen, part);
        unfrozen.start(weights);
        ofHead.forEach((parameter, values) -> weights.set(parameter.name(), values));

        float[] expected = logits(HEAD, ofHead, whole);
        float[] actual = logits(unfrozen, weights, part);

        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Test
    void atLeastOneLayerIsTrainedAndOneStays() {
        assertThatIllegalArgumentException().isThrownBy(() -> UnfrozenEmbedding.of(EMBEDDING, 0, HEAD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnfrozenEmbedding.of(EMBEDDING, 15, HEAD))
                .withMessageContaining("1 to 14");
    }

    private static Features features(SpeechEmbedding embedding) {
        SplittableRandom random = new SplittableRandom(3);
        float[] samples = new float[19_200];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextDouble(-0.3, 0.3);
        }
        try (FeatureExtractor extractor = FeatureExtractor.of(embedding)) {
            return extractor.extract(Waveform.of(samples, embedding.sampleRateHz()));
        }
    }

    private static Weights start(Network network, Features features) {
        return Weights.initial(
                ParameterDeclarations.of(network, features.frames(), features.channels()), new SplittableRandom(1));
    }

    private static float[] logits(Network network, Weights weights, Features features) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Shape shape = new Shape(1, features.frames(), features.channels());
            return network.logits(new TorchOps(manager, weights, false), manager.create(features.toArray(), shape))
                    .toFloatArray();
        }
    }
}
