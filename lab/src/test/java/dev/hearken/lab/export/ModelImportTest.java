package dev.hearken.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.ModelImport.Imported;
import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.DigitCnn;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import dev.hearken.lab.training.FeatureShape;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ModelImportTest {
    private static final FeatureShape SHAPE = new FeatureShape(48, 40);
    private static final LabelSet DIGITS = labels(10);

    static Stream<Network> networks() {
        return PyTorchEqualsOnnxTest.networks();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatIsTakenOutOfAFileGivesItsLogits(Network network) {
        Weights trained = PyTorchEqualsOnnxTest.seasoned(network, SHAPE.frames(), SHAPE.channels());

        Imported imported = read(file(network, trained), network, DIGITS);

        assertThat(imported.fresh()).isEmpty();
        assertClose(logits(network, imported.weights(), false), logits(network, trained, false));
    }

    @Test
    void trainingBeginsWithTheLogitsOfTheFile() {
        Network network = new Crnn(10, 0);
        Weights trained = PyTorchEqualsOnnxTest.seasoned(network, SHAPE.frames(), SHAPE.channels());

        Weights imported = read(file(network, trained), network, DIGITS).weights();

        assertThat(imported.isFrozen("conv1.norm.mean")).isTrue();
        assertThat(imported.isFrozen("conv1.norm.shift")).isFalse();
        assertClose(logits(network, imported, true), logits(network, trained, false));
    }

    @Test
    void otherLabelsGetANewOutputLayerAndKeepTheRest() {
        Network ten = new Crnn(10, 0);
        ModelFile model = file(ten, PyTorchEqualsOnnxTest.seasoned(ten, SHAPE.frames(), SHAPE.channels()));

        Imported four = read(model, new Crnn(4, 0), labels(4));
        Imported renamed = read(model, ten, LabelSet.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));

        assertThat(four.fresh()).containsExactly("output");
        assertThat(renamed.fresh()).containsExactly("output");
        assertThat(four.weights().values("gru.backward.hidden_bias"))
                .isEqualTo(renamed.weights().values("gru.backward.hidden_bias"));
    }

    @Test
    void aLayerThatFitsInPartIsTakenNotAtAll() {
        Network network = new DigitCnn(10, 0);
        ModelFile model = file(network, PyTorchEqualsOnnxTest.seasoned(network, SHAPE.frames(), SHAPE.channels()));

        // Twice the frames: the dense layer's matrix does not fit, its bias would.
        Imported longer = ModelImport.read(model, network, new FeatureShape(96, 40), DIGITS, new SplittableRandom(1));

        assertThat(longer.fresh()).containsExactly("hidden");
    }

    @Test
    void aFileOfAnotherNetworkIsRefused() {
        GraphBuilder graph = new GraphBuilder();
        graph.output(graph.input("audio", "batch", "samples"), "probabilities", "batch", "labels");
        ModelFile empty = ModelFile.of(graph, metadata());

        assertThatThrownBy(() -> read(empty, new Crnn(10, 0), DIGITS))
                .hasMessageContaining("none of the network's layers")
                .hasMessageContaining("gru");
    }

    private static Imported read(ModelFile model, Network network, LabelSet labels) {
        return ModelImport.read(model, network, SHAPE, labels, new SplittableRandom(1));
    }

    private static ModelFile file(Network network, Weights weights) {
        GraphBuilder graph = new GraphBuilder();
        String features = graph.input("features", "batch", "frames", "channels");
        graph.output(network.logits(new OnnxOps(graph, weights), features), "logits", "batch", "labels");
        return ModelFile.of(graph, metadata());
    }

    private static float[] logits(Network network, Weights weights, boolean training) {
        float[] features = new float[2 * SHAPE.frames() * SHAPE.channels()];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble(-2, 2);
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            Shape shape = new Shape(2, SHAPE.frames(), SHAPE.channels());
            return network.logits(new TorchOps(manager, weights, training), manager.create(features, shape))
                    .toFloatArray();
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    private static LabelSet labels(int count) {
        return LabelSet.ofNames(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    static ModelMetadata metadata() {
        return new ModelMetadata(
                "digits",
                DIGITS,
                8000,
                8000,
                800,
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                new Provenance("digits", Map.of(), 1, "sha256:none", 0, Map.of(), "2026-01-01T00:00:00Z"),
                List.of());
    }
}
