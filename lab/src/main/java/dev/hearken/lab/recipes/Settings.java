package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything a user may set about a training run, by dotted name: {@code network}, {@code training.epochs}, {@code speech.clips_per_label}.
 *
 * @param network one of the recipe's networks
 * @param seed what every random choice is drawn from
 * @param validationShare the share of the training clips set aside to choose the best epoch and to calibrate by
 * @param training of the network
 * @param augmentation of the training clips
 * @param synthesizedPerLabel clips of each label spoken by installed synthetic voices that join the training; 0 for none
 */
public record Settings(
        String network,
        long seed,
        double validationShare,
        TrainingSettings training,
        AugmentationSettings augmentation,
        int synthesizedPerLabel) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Settings {
        if (!(validationShare > 0 && validationShare < 0.5)) {
            throw new IllegalArgumentException("validation_share must be in (0, 0.5), got " + validationShare);
        }
        if (synthesizedPerLabel < 0 || synthesizedPerLabel > 5_000) {
            throw new IllegalArgumentException(
                    "synthesized_per_label must be between 0 and 5000, got " + synthesizedPerLabel);
        }
    }

    /**
     * A recipe's defaults with a user's {@code KEY=VALUE} settings over them; {@code network} decides the defaults of the others.
     *
     * @throws HearkenException {@code SETTING_UNKNOWN} naming the nearest right one, {@code SETTING_INVALID}
     */
    public static Settings of(Recipe recipe, List<String> overrides) {
        String network = recipe.networks().get(0);
        for (String override : overrides) {
            if (override.startsWith("network=")) {
                network = override.substring("network=".length());
            }
        }
        ObjectNode tree = JSON.valueToTree(recipe.defaults(network));
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw HearkenException.user(
                        "SETTING_INVALID", "a setting is written KEY=VALUE, got '" + override + "'");
            }
            set(tree, override.substring(0, equals), override.substring(equals + 1));
        }
        try {
            return JSON.treeToValue(tree, Settings.class);
        } catch (JacksonException | IllegalArgumentException refused) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "SETTING_INVALID",
                    "a setting was refused: " + rootMessage(refused),
                    refused);
        }
    }

    /** Every setting by its dotted name. */
    public Map<String, String> byName() {
        Map<String, String> flat = new TreeMap<>();
        flatten("", JSON.valueToTree(this), flat);
        return flat;
    }

    private static void set(ObjectNode tree, String key, String value) {
        Map<String, String> known = new TreeMap<>();
        flatten("", tree, known);
        if (!known.containsKey(key)) {
            throw HearkenException.user(
                    "SETTING_UNKNOWN",
                    "there is no setting '%s'; did you mean %s?".formatted(key, nearest(key, known)));
        }
        ObjectNode parent = tree;
        String[] path = key.split("\\.", -1);
        for (int i = 0; i < path.length - 1; i++) {
            parent = (ObjectNode) parent.get(path[i]);
        }
        parent.put(path[path.length - 1], value);
    }

    private static String nearest(String key, Map<String, String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        List<String> keys = new ArrayList<>(known.keySet());
        keys.sort((a, b) -> Integer.compare(distance.apply(key, a), distance.apply(key, b)));
        return keys.get(0);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(name + ".", entry.getValue(), flat);
            } else {
                flat.put(name, entry.getValue().asString());
            }
        });
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        int detail = message.indexOf('\n');
        return detail < 0 ? message : message.substring(0, detail);
    }
}
