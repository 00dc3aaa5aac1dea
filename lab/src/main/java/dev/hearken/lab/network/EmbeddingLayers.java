package dev.hearken.lab.network;

import dev.hearken.core.features.SpeechEmbeddingWeights;
import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import java.util.List;

/** A layer of the speech embedding as a trainable one. */
final class EmbeddingLayers {
    private EmbeddingLayers() {}

    /** What leaves the layer, of the image that enters it. */
    static <T> T through(Ops<T> ops, String name, Layer layer, T image) {
        T convolved = ops.conv2d(name, image, convolution(layer));
        if (layer.bias().isEmpty()) {
            return convolved;
        }
        // What bends the values keeps their order, so pooling may come first and leave less to bend.
        T pooled = layer.bandPool() == 1 ? convolved : ops.maxPool(convolved, layer.timePool(), layer.bandPool());
        return ops.atLeast(ops.leakyRelu(pooled, SpeechEmbeddingWeights.LEAK), SpeechEmbeddingWeights.LOWEST);
    }

    /** Sets the weights of this name to the layer's numbers. */
    static void start(Weights weights, String name, Layer layer) {
        weights.set(name + ".weight", layer.weights().toArray());
        layer.bias().ifPresent(bias -> weights.set(name + ".bias", bias.toArray()));
    }

    private static Convolution convolution(Layer layer) {
        List<Integer> kernel = layer.weights().shape();
        return Convolution.same(kernel.get(0), kernel.get(2), kernel.get(3))
                .pad(0, layer.bandPad())
                .finish(layer.bias().isPresent() ? Convolution.Finish.BIAS : Convolution.Finish.NONE);
    }
}
