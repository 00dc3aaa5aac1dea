package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked for beyond the defaults.
 *
 * @param settings of the recipe, each {@code KEY=VALUE}
 * @param version the version that is meant, if one is
 */
record JobSettings(List<String> settings, OptionalInt version) {
    /**
     * Reads {@code {"settings": {"training.epochs": "5"}, "version": 3}}.
     *
     * @throws HearkenException {@code JOB_MALFORMED}
     */
    static JobSettings parse(String json) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(json);
            JsonNode version = tree.path("version");
            return new JobSettings(
                    tree.path("settings").properties().stream()
                            .map(entry ->
                                    entry.getKey() + "=" + entry.getValue().asString())
                            .toList(),
                    version.isInt() ? OptionalInt.of(version.intValue()) : OptionalInt.empty());
        } catch (JacksonException malformed) {
            throw HearkenException.user("JOB_MALFORMED", "what the job asks for is no JSON object");
        }
    }
}
