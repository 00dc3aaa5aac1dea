package dev.hearken.lab.recipes;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.ModelImport;
import dev.hearken.lab.network.Network;
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
 * Going on from a model that was trained before, instead of from random weights.
 *
 * @param from the model file; empty to start anew
 * @param freeze layers that stay as they are, by name or by what their names begin with: {@code first,second}
 * @param layerRates how much faster or slower than the rest some layers learn: {@code first:0.1,second:0.3}
 */
public record FineTuning(String from, String freeze, String layerRates) {
    /** Random weights, all of which learn. */
    static final FineTuning NONE = new FineTuning("", "", "");

    public FineTuning {
        if (from.isEmpty() && !(freeze.isEmpty() && layerRates.isEmpty())) {
            throw new IllegalArgumentException("fine_tuning.freeze and layer_rates want a model: fine_tuning.from");
        }
        rates(layerRates);
    }

    boolean isWanted() {
        return !from.isEmpty();
    }

    /** The weights to start from; layers the model does not have start at random. */
    Weights start(Network network, FeatureShape shape, LabelSet labels, long seed) {
        Weights weights = ModelImport.read(
                        ModelFile.read(Path.of(from)), network, shape, labels, new SplittableRandom(seed))
                .weights();
        list(freeze).forEach(weights::freeze);
        return weights;
    }

    LayerRates rates() {
        return new LayerRates(rates(layerRates));
    }

    private static Map<String, Double> rates(String written) {
        Map<String, Double> rates = new LinkedHashMap<>();
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
