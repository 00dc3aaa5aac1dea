package dev.hearken.lab.recipes;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.ModelImport;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.UnfrozenEmbedding;
import dev.hearken.lab.network.Weights;
import dev.hearken.lab.training.FeatureShape;
import dev.hearken.lab.training.LayerRates;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Going on from what was trained before, instead of from random weights: from a model, from the pretrained embedding's own layers, or both.
 *
 * @param from the model file; empty to start anew
 * @param freeze layers that stay as they are, by name or by what their names begin with: {@code first,second}
 * @param layerRates how much faster or slower than the rest some layers learn: {@code first:0.1,second:0.3}
 * @param embeddingLayers how many of the last layers of the embedding are trained with the network; 0 for none
 * @param embeddingRate how much slower than the rest they learn, as a factor
 */
public record FineTuning(String from, String freeze, String layerRates, int embeddingLayers, double embeddingRate) {
    /** Random weights, all of which learn. */
    static final FineTuning NONE = new FineTuning("", "", "", 0, 0.1);

    public FineTuning {
        if (embeddingLayers < 0) {
            throw new IllegalArgumentException(
                    "fine_tuning.embedding_layers must not be negative, got " + embeddingLayers);
        }
        if (from.isEmpty() && embeddingLayers == 0 && !(freeze.isEmpty() && layerRates.isEmpty())) {
            throw new IllegalArgumentException("fine_tuning.freeze and layer_rates want a model: fine_tuning.from");
        }
        new LayerRates(rates(layerRates, embeddingRate));
    }

    boolean isWanted() {
        return !from.isEmpty() || embeddingLayers > 0;
    }

    /** The weights to start from: the model's, the embedding's, and random ones in layers that neither has. */
    Weights start(Network network, FeatureShape shape, LabelSet labels, long seed) {
        Weights weights = Weights.initial(
                ParameterDeclarations.of(network, shape.frames(), shape.channels()), new SplittableRandom(seed));
        if (network instanceof UnfrozenEmbedding unfrozen) {
            unfrozen.start(weights);
        }
        if (!from.isEmpty()) {
            ModelImport.into(weights, ModelFile.read(Path.of(from)), labels);
        }
        list(freeze).forEach(weights::freeze);
        return weights;
    }

    LayerRates rates() {
        return new LayerRates(rates(layerRates, embeddingRate));
    }

    private static Map<String, Double> rates(String written, double ofEmbedding) {
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put(UnfrozenEmbedding.PART, ofEmbedding);
        for (String pair : list(written)) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a layer's rate is written layer:factor, got " + pair);
            }
            rates.put(pair.substring(0, colon), Double.valueOf(pair.substring(colon + 1)));
        }
        return rates;
    }

    private static List<String> list(String written) {
        return Arrays.stream(written.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
