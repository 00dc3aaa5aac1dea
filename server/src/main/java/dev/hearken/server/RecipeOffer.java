package dev.hearken.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recipe that workers of this server can train. The server itself never trains, so it is told of them.
 *
 * @param name the word it is called by
 * @param question the question it answers, for a person
 * @param networks the networks it can train, the default first
 * @param settings what is set where the user says nothing, by dotted name
 */
public record RecipeOffer(String name, String question, List<String> networks, Map<String, String> settings) {
    public RecipeOffer {
        networks = List.copyOf(networks);
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
