package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import dev.hearken.core.graph.GraphBuilder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeechEmbeddingWeightsTest {
    private static final SpeechEmbeddingWeights RELEASED = SpeechEmbeddingWeights.released();

    @Test
    void readBackTheyDifferByNoMoreThanHalfPrecisionDoes() {
        SpeechEmbeddingWeights read = SpeechEmbeddingWeights.read(RELEASED.toOnnx(new TreeMap<>()));

        for (int layer = 0; layer < SpeechEmbeddingWeights.LAYERS; layer++) {
            float[] before = RELEASED.layers().get(layer).weights().toArray();
            float[] after = read.layers().get(layer).weights().toArray();
            for (int i = 0; i < before.length; i++) {
                // 11 bits of mantissa; below 2^-14 the steps are 2^-24.
                assertThat(Math.abs(after[i] - before[i])).isLessThanOrEqualTo(Math.abs(before[i]) / 2048 + 0x1p-25f);
            }
        }
        assertThat(read.toOnnx(new TreeMap<>())).hasSizeLessThan(700_000);
        assertThat(SpeechEmbeddingWeights.read(read.toOnnx(new TreeMap<>()))).isEqualTo(read);
    }

    @Test
    void theFileRunsByItself() throws OrtException {
        byte[] file = RELEASED.toOnnx(new TreeMap<>(Map.of("made", "by hand")));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file);
                OnnxTensor mel = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(new float[84 * 32]), new long[] {1, 1, 84, 32});
                OrtSession.Result result = session.run(Map.of("mel", mel))) {
            // A window is 76 frames, and the next one 8 further on.
            assertThat(result.get(0).getInfo().toString()).contains("[1, 96, 2, 1]");
            assertThat(session.getMetadata().getCustomMetadata()).containsEntry("made", "by hand");
        }
    }

    @Test
    void theyAreEqualIfTheirNumbersAre() {
        assertThat(RELEASED.with(RELEASED.layers())).isEqualTo(RELEASED).hasSameHashCodeAs(RELEASED);
        assertThat(new SpeechEmbedding(RELEASED.with(RELEASED.layers()), 15)).isEqualTo(new SpeechEmbedding(15));
        assertThat(RELEASED.with(oneNumberOff())).isNotEqualTo(RELEASED);
    }

    @Test
    void weightsOfHalfPrecisionAreKeptSoInExportedGraphs() {
        SpeechEmbeddingWeights halved = SpeechEmbeddingWeights.read(RELEASED.toOnnx(new TreeMap<>()));

        assertThat(graphOf(RELEASED).length - graphOf(halved).length).isGreaterThan(600_000);
    }

    private static byte[] graphOf(SpeechEmbeddingWeights weights) {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        graph.output(new SpeechEmbedding(weights, SpeechEmbeddingWeights.LAYERS).appendTo(graph, audio), "features");
        return graph.toModel(new TreeMap<>());
    }

    @Test
    void layersOfAnotherNetworkAreRefused() {
        List<Layer> tooFew = RELEASED.layers().subList(0, 19);
        assertThatThrownBy(() -> RELEASED.with(tooFew))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another network");
    }

    @Test
    void aFileWithoutTheWeightsIsRefused() {
        byte[] other = new GraphBuilder().toModel(new TreeMap<>());
        assertThatThrownBy(() -> SpeechEmbeddingWeights.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not weights of the speech embedding");
        assertThatThrownBy(() -> SpeechEmbeddingWeights.read(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Layer> oneNumberOff() {
        List<Layer> layers = new ArrayList<>(RELEASED.layers());
        float[] weights = layers.get(19).weights().toArray();
        weights[0] += 1e-3f;
        layers.set(19, layers.get(19).with(weights, Optional.empty()));
        return layers;
    }
}
