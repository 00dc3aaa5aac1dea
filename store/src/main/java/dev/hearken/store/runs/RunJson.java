package dev.hearken.store.runs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the tables keep as JSON text: maps and lists of strings. */
final class RunJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> BY_NAME = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private RunJson() {}

    static String text(Map<String, String> byName) {
        return JSON.writeValueAsString(new TreeMap<>(byName));
    }

    static String text(List<String> words) {
        return JSON.writeValueAsString(words);
    }

    static Map<String, String> byName(String json) {
        return JSON.readValue(json, BY_NAME);
    }

    static List<String> words(String json) {
        return JSON.readValue(json, WORDS);
    }
}
