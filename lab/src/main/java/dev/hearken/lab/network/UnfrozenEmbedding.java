package dev.hearken.lab.network;

import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import java.util.List;

/**
 * The last layers of a {@link SpeechEmbedding} in front of a network, to be trained with it; what comes before them stays the front end.
 *
 * <p>It begins with what the embedding computes. The layers are named {@code embedding.conv12} and so on, counted from the embedding's first.
 *
 * @param layers those that are trained
 * @param first the place of the first of them in the embedding
 * @param bands how many bands enter it
 * @param head what answers
 */
public record UnfrozenEmbedding(List<Layer> layers, int first, int bands, Network head) implements Network {
    /** What the names of the embedding's layers begin with. */
    public static final String PART = "embedding";

    public UnfrozenEmbedding {
        layers = List.copyOf(layers);
    }

    /**
     * The last {@code count} layers of an embedding, in front of the network that listened through it.
     *
     * @throws IllegalArgumentException if it has not more layers than that
     */
    public static UnfrozenEmbedding of(SpeechEmbedding embedding, int count, Network head) {
        int first = embedding.layers() - count;
        if (count < 1 || first < 1) {
            throw new IllegalArgumentException("of %d layers of the embedding, 1 to %d can be trained, not %d"
                    .formatted(embedding.layers(), embedding.layers() - 1, count));
        }
        List<Layer> all = embedding.weights().layers();
        int channels = all.get(first - 1).weights().shape().get(0);
        int bands = new SpeechEmbedding(embedding.weights(), first).channels() / channels;
        return new UnfrozenEmbedding(all.subList(first, embedding.layers()), first, bands, head);
    }

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        // [batch, frames, channels x bands] -> [batch, channels, frames, bands]
        T image = ops.transpose(ops.reshape(features, 0, 0, -1, bands), 0, 2, 1, 3);
        for (int i = 0; i < layers.size(); i++) {
            image = EmbeddingLayers.through(ops, name(i), layers.get(i), image);
        }
        return head.logits(ops, ops.reshape(ops.transpose(image, 0, 2, 1, 3), 0, 0, outputs()));
    }

    /** Sets the embedding's layers among the weights to the numbers it was trained to before. */
    public void start(Weights weights) {
        for (int i = 0; i < layers.size(); i++) {
            EmbeddingLayers.start(weights, name(i), layers.get(i));
        }
    }

    private long outputs() {
        int left = bands;
        for (Layer layer : layers) {
            left /= layer.bandPool();
        }
        return (long) left * layers.get(layers.size() - 1).weights().shape().get(0);
    }

    private String name(int index) {
        return PART + ".conv" + (first + index);
    }
}
