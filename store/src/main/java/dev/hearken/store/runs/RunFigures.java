package dev.hearken.store.runs;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The single figures among a run's metrics: the numbers at the top; a pair of numbers is an interval. */
public final class RunFigures {
    private static final JsonMapper JSON = new JsonMapper();

    private RunFigures() {}

    /** The figures of a JSON object, by name: {@code accuracy}, {@code accuracy_ci95_low}. */
    public static Map<String, Double> of(String json) {
        Map<String, Double> figures = new TreeMap<>();
        JSON.readTree(json).properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                figures.put(entry.getKey(), value.asDouble());
            } else if (value.isArray()
                    && value.size() == 2
                    && value.get(0).isNumber()
                    && value.get(1).isNumber()) {
                figures.put(entry.getKey() + "_low", value.get(0).asDouble());
                figures.put(entry.getKey() + "_high", value.get(1).asDouble());
            }
        });
        return figures;
    }
}
