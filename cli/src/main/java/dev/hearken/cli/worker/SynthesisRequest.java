package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clips that are to be said.
 *
 * @param texts what stands for each label
 * @param clips how many a label
 * @param language an IETF tag
 */
record SynthesisRequest(Map<String, List<String>> texts, int clips, String language) {
    private static final int USUAL_CLIPS = 100;

    /**
     * Reads {@code {"texts": {"yes": ["yes"]}, "clips": 100, "language": "en"}}.
     *
     * @throws HearkenException {@code JOB_MALFORMED}
     */
    static SynthesisRequest parse(String json) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(json);
            Map<String, List<String>> texts = new TreeMap<>();
            tree.path("texts")
                    .properties()
                    .forEach(entry -> texts.put(
                            entry.getKey(),
                            entry.getValue()
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
            return new SynthesisRequest(
                    texts,
                    tree.path("clips").asInt(USUAL_CLIPS),
                    tree.path("language").asString("en"));
        } catch (JacksonException malformed) {
            throw HearkenException.user("JOB_MALFORMED", "what the job asks for is no JSON object");
        }
    }
}
