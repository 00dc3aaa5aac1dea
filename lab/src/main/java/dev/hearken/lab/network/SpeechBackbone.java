package dev.hearken.lab.network;

import dev.hearken.core.features.EmbeddingMel;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The network of the speech embedding, to be trained on: see {@link SpeechEmbeddingWeights} for what it is.
 *
 * <p>From the mel spectrogram [batch, frames, 32] it makes two sequences: what leaves layer {@code tap}, and what leaves the last; each
 * [batch, frames, channels x bands], as {@code SpeechEmbedding} gives them.
 *
 * @param layers their shapes; the numbers in them are where training starts
 * @param tap after how many layers recipes listen early
 */
public record SpeechBackbone(List<Layer> layers, int tap) implements Architecture {
    private static final int BANDS = new EmbeddingMel().channels();

    /** More than the 76 that one embedding looks at. */
    private static final int ENOUGH_FRAMES = 100;

    public SpeechBackbone {
        layers = List.copyOf(layers);
        if (tap < 1 || tap >= layers.size()) {
            throw new IllegalArgumentException("the tap must lie before the last of " + layers.size() + ": " + tap);
        }
    }

    /** The backbone of these weights. */
    public static SpeechBackbone of(SpeechEmbeddingWeights weights, int tap) {
        return new SpeechBackbone(weights.layers(), tap);
    }

    @Override
    public <T> List<T> outputs(Ops<T> ops, T features) {
        T image = ops.unsqueeze(features, 1);
        List<T> outputs = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            image = EmbeddingLayers.through(ops, name(i), layers.get(i), image);
            if (i + 1 == tap || i + 1 == layers.size()) {
                // [batch, channels, frames, bands] -> [batch, frames, channels x bands]
                T byFrame = ops.transpose(image, 0, 2, 1, 3);
                outputs.add(ops.reshape(byFrame, 0, 0, channels(i)));
            }
        }
        return List.copyOf(outputs);
    }

    /** The weights training starts from. */
    public Weights start() {
        Weights weights =
                Weights.initial(ParameterDeclarations.of(this, ENOUGH_FRAMES, BANDS), new SplittableRandom(0));
        for (int i = 0; i < layers.size(); i++) {
            EmbeddingLayers.start(weights, name(i), layers.get(i));
        }
        return weights;
    }

    /** What training made of the layers. */
    public List<Layer> trained(Weights weights) {
        List<Layer> trained = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String name = name(i);
            Optional<float[]> bias = layers.get(i).bias().map(old -> weights.values(name + ".bias"));
            trained.add(layers.get(i).with(weights.values(name + ".weight"), bias));
        }
        return trained;
    }

    private int channels(int index) {
        int bands = BANDS;
        for (Layer layer : layers.subList(0, index + 1)) {
            bands /= layer.bandPool();
        }
        return bands * layers.get(index).weights().shape().get(0);
    }

    private static String name(int index) {
        return "conv" + index;
    }
}
