package dev.hearken.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.graph.NamedTensor;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.DigitCnn;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Weights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantizationTest {
    private static final int SAMPLES = 8000;
    private static final LogMel FRONT_END = LogMel.digits8k();
    private static final List<Waveform> CLIPS =
            IntStream.range(0, 8).mapToObj(QuantizationTest::tone).toList();

    static Stream<Network> networks() {
        return PyTorchEqualsOnnxTest.networks();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNetworkRunsInEightBitsAndGivesAboutTheSameProbabilities(Network network) {
        ModelFile model = model(network);

        ModelFile quantized = Quantization.int8(model, CLIPS);

        try (Classifier before = Classifier.open(model);
                Classifier after = Classifier.open(quantized)) {
            for (Waveform clip : CLIPS) {
                float[] expected = before.classify(clip).posteriors().toArray();
                float[] actual = after.classify(clip).posteriors().toArray();
                for (int label = 0; label < expected.length; label++) {
                    assertThat(actual[label]).isCloseTo(expected[label], within(0.05f));
                }
            }
        }
    }

    @Test
    void signalProcessingStaysAsItWasAndEveryLearnedMatrixIsInIntegers() {
        ModelFile model = model(new Crnn(10, 0));

        ModelFile quantized = Quantization.int8(model, CLIPS);

        // A quarter for each of about 107,000 parameters; the DFT and mel matrices stay.
        assertThat(quantized.toBytes().length).isLessThan(model.toBytes().length - 250_000);
        Map<String, NamedTensor> floats = NamedTensor.allIn(quantized.toBytes());
        NamedTensor.allIn(model.toBytes()).forEach((name, tensor) -> {
            if (name.startsWith("dft") || name.startsWith("mel")) {
                assertThat(Objects.requireNonNull(floats.get(name), name).toArray())
                        .isEqualTo(tensor.toArray());
            }
        });
        assertThat(integers(quantized))
                .contains("conv1.weight_int8", "conv2.weight_int8", "gru.W_int8", "gru.R_int8", "output.weight_int8");
        assertThat(floats).doesNotContainKeys("conv1.weight", "gru.W", "output.weight");
    }

    @Test
    void theFirstLayerReadsFeaturesInFloatingPoint() {
        LearnedGraph graph = new LearnedGraph(graph(model(new DigitCnn(10, 0))));

        assertThat(graph.weights()).hasSize(5);
        assertThat(graph.inner()).hasSize(4);
    }

    @Test
    void whatTheModelSaysOfItselfIsKept() {
        ModelFile model = model(new DigitCnn(10, 0));

        assertThat(Quantization.int8(model, CLIPS).metadata()).isEqualTo(model.metadata());
    }

    @Test
    void noClipsAndAQuantizedModelAreRefused() {
        ModelFile model = model(new DigitCnn(10, 0));
        ModelFile quantized = Quantization.int8(model, CLIPS);

        assertThatThrownBy(() -> Quantization.int8(model, List.of())).hasMessageContaining("needs clips");
        assertThatThrownBy(() -> Quantization.int8(quantized, CLIPS)).hasMessageContaining("quantized already");
    }

    private static ModelFile model(Network network) {
        Weights weights = PyTorchEqualsOnnxTest.seasoned(network, FRONT_END.frames(SAMPLES), FRONT_END.channels());
        return ModelExport.export(
                new ClipWindow(SAMPLES, SAMPLES / 10),
                FRONT_END,
                network,
                weights,
                1,
                ModelImportTest.metadata(),
                List.of());
    }

    private static Set<String> integers(ModelFile model) {
        return graph(model).getInitializerList().stream()
                .filter(constant -> constant.getDataType() == TensorProto.DataType.INT8.getNumber())
                .map(TensorProto::getName)
                .collect(Collectors.toSet());
    }

    private static GraphProto graph(ModelFile model) {
        try {
            return ModelProto.parseFrom(model.toBytes()).getGraph();
        } catch (InvalidProtocolBufferException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Another pitch for each number, in noise. */
    private static Waveform tone(int number) {
        SplittableRandom random = new SplittableRandom(number);
        float[] samples = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = (float) (0.3 * Math.sin(0.1 * (number + 1) * i) + random.nextDouble(-0.05, 0.05));
        }
        return Waveform.of(samples, 8000);
    }
}
