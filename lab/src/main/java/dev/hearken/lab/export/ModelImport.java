package dev.hearken.lab.export;

import dev.hearken.core.HearkenException;
import dev.hearken.core.graph.NamedTensor;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.Weights;
import dev.hearken.lab.training.FeatureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Takes trained weights out of a model file again, to go on training from them.
 *
 * <p>A layer is taken whole or not at all. The network then gives the logits of the file, in training as in use: a batch normalisation
 * that was folded at export comes back as a mere shift whose statistics are frozen, since those it was trained with are not in the file
 * and measuring new ones would change what the network computes before it has learnt anything.
 */
public final class ModelImport {
    /** What a layer's name is followed by in those of its parts. */
    private static final Set<String> PARTS = Set.of("norm", "forward", "backward");

    private ModelImport() {}

    /**
     * What was found.
     *
     * @param weights to start from
     * @param fresh the layers the file could not give, which start as in any new network
     */
    public record Imported(Weights weights, List<String> fresh) {
        public Imported {
            fresh = List.copyOf(fresh);
        }
    }

    /**
     * The weights of {@code network}, from the file where it has them.
     *
     * @param shape of the features the network will see
     * @param labels the network will answer; where they are not the file's, its output layer is of no use
     * @param random starts the layers the file does not have
     * @throws HearkenException {@code MODEL_UNRELATED} if the file has none of the network's layers
     */
    public static Imported read(
            ModelFile model, Network network, FeatureShape shape, LabelSet labels, RandomGenerator random) {
        List<Parameter> parameters = ParameterDeclarations.of(network, shape.frames(), shape.channels());
        Weights weights = Weights.initial(parameters, random);
        return new Imported(weights, into(weights, model, labels));
    }

    /**
     * Replaces weights of a network by the file's, where it has them.
     *
     * @param labels the network will answer
     * @return the layers the file could not give, left as they are
     * @throws HearkenException as {@link #read}
     */
    public static List<String> into(Weights weights, ModelFile model, LabelSet labels) {
        List<Parameter> parameters =
                weights.names().stream().map(weights::parameter).toList();
        StoredWeights stored = new StoredWeights(NamedTensor.allIn(model.toBytes()));
        boolean sameAnswers = labels.equals(model.metadata().labels());
        Map<String, List<Parameter>> layers = parameters.stream()
                .collect(Collectors.groupingBy(ModelImport::layer, LinkedHashMap::new, Collectors.toList()));
        List<String> fresh = new ArrayList<>();
        layers.forEach((layer, parts) -> {
            boolean useless = layer.equals(Network.OUTPUT) && !sameAnswers;
            if (useless || !take(stored, parts, weights)) {
                fresh.add(layer);
            }
        });
        if (fresh.size() == layers.size()) {
            throw HearkenException.user(
                    "MODEL_UNRELATED",
                    "the model has none of the network's layers %s; start from one of the same network, and not from a quantized one"
                            .formatted(fresh));
        }
        return fresh;
    }

    private static boolean take(StoredWeights stored, List<Parameter> parts, Weights weights) {
        Map<Parameter, float[]> found = new LinkedHashMap<>();
        for (Parameter part : parts) {
            Optional<float[]> values = stored.of(part);
            if (values.isEmpty()) {
                return false;
            }
            found.put(part, values.get());
        }
        found.forEach((part, values) -> {
            weights.set(part.name(), values);
            if (!part.trained() && stored.folded(part)) {
                weights.freeze(part.name());
            }
        });
        return true;
    }

    private static String layer(Parameter parameter) {
        String owner = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
        int dot = owner.lastIndexOf('.');
        return PARTS.contains(owner.substring(dot + 1)) ? owner.substring(0, dot) : owner;
    }
}
