package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
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

/** Typed settings as users write them: each by its dotted name, {@code training.epochs=20}. */
public final class DottedSettings {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DottedSettings() {}

    /**
     * A record of settings with others over them, each written {@code KEY=VALUE}.
     *
     * @throws HearkenException {@code SETTING_UNKNOWN} naming the nearest right one, {@code SETTING_INVALID}
     */
    public static <T> T with(T settings, Class<T> type, String... overrides) {
        ObjectNode tree = JSON.valueToTree(settings);
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals < 1) {
                throw HearkenException.user(
                        "SETTING_INVALID", "a setting is written KEY=VALUE, got '" + override + "'");
            }
            set(tree, override.substring(0, equals), override.substring(equals + 1));
        }
        try {
            return JSON.treeToValue(tree, type);
        } catch (JacksonException | IllegalArgumentException refused) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "SETTING_INVALID",
                    "a setting was refused: " + rootMessage(refused),
                    refused);
        }
    }

    /** Every setting of a record by its dotted name. */
    public static Map<String, String> byName(Object settings) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", JSON.valueToTree(settings), flat);
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
