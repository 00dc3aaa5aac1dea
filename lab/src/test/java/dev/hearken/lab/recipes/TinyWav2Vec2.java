package dev.hearken.lab.recipes;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What wav2vec 2.0 is made of, in small: a stack of convolutions over samples and one transformer layer. Its kernels and strides are the
 * original's, so it makes a frame of 400 samples each 320; its names are those that PyTorch gives, dots included.
 */
final class TinyWav2Vec2 {
    static final int CHANNELS = 8;

    private static final int[] KERNELS = {10, 3, 3, 3, 3, 2, 2};
    private static final int[] STRIDES = {5, 2, 2, 2, 2, 2, 2};

    private final SplittableRandom random = new SplittableRandom(4);
    private final GraphBuilder graph = new GraphBuilder();

    private TinyWav2Vec2() {}

    /** The bytes of such a file. */
    static byte[] bytes() {
        return new TinyWav2Vec2().build();
    }

    /** Writes it, changed by somebody. */
    static Path write(Path file, UnaryOperator<ModelProto.Builder> change) {
        try {
            byte[] changed = change.apply(ModelProto.parseFrom(bytes()).toBuilder())
                    .build()
                    .toByteArray();
            return Files.write(file, changed);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] build() {
        String samples = graph.input("input_values", "batch", "samples");
        String value = graph.node("Unsqueeze", List.of(samples, graph.indices(1)));
        int channels = 1;
        for (int i = 0; i < KERNELS.length; i++) {
            String weight = weight("feature_extractor.conv" + i + ".weight", CHANNELS, channels, KERNELS[i]);
            value = graph.node("Conv", List.of(value, weight), Attribute.ofInts("strides", STRIDES[i]));
            value = graph.node("Tanh", List.of(value));
            channels = CHANNELS;
        }
        String frames = graph.node("Transpose", List.of(value), Attribute.ofInts("perm", 0, 2, 1));
        graph.output(transformer(frames), "last_hidden_state", "batch", "frames", Integer.toString(CHANNELS));
        return graph.toModel(new TreeMap<>());
    }

    private String transformer(String frames) {
        String queries = project("encoder.layers.0.attention.q_proj.weight", frames);
        String keys = graph.node(
                "Transpose",
                List.of(project("encoder.layers.0.attention.k_proj.weight", frames)),
                Attribute.ofInts("perm", 0, 2, 1));
        String weights =
                graph.node("Softmax", List.of(graph.node("MatMul", List.of(queries, keys))), Attribute.of("axis", -1));
        String attended =
                graph.node("MatMul", List.of(weights, project("encoder.layers.0.attention.v_proj.weight", frames)));
        String sum = graph.node("Add", List.of(frames, attended));
        float[] ones = new float[CHANNELS];
        Arrays.fill(ones, 1);
        return graph.node(
                "LayerNormalization",
                List.of(sum, graph.parameter("encoder.layer_norm.weight", ones, CHANNELS)),
                Attribute.of("axis", -1));
    }

    private String project(String name, String value) {
        return graph.node("MatMul", List.of(value, weight(name, CHANNELS, CHANNELS)));
    }

    private String weight(String name, long... shape) {
        int size = 1;
        for (long length : shape) {
            size *= (int) length;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble(-0.8, 0.8);
        }
        return graph.parameter(name, values, shape);
    }
}
