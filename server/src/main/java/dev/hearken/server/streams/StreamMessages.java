package dev.hearken.server.streams;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Detection;
import dev.hearken.core.streaming.Hop;
import dev.hearken.store.registry.ModelVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What a stream is told, as JSON text. */
final class StreamMessages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private StreamMessages() {}

    /** Who listens, and in which order probabilities will come. */
    static String ready(ModelVersion version, ModelMetadata metadata) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "ready");
        message.put("project", version.project());
        message.put("model_version", version.number());
        message.put("labels", metadata.labels().names());
        message.put("hop_seconds", (double) metadata.hopSamples() / metadata.sampleRateHz());
        return JSON.writeValueAsString(message);
    }

    /**
     * What a project's model heard since the last message: each hop's end and probabilities, and the detections among them.
     *
     * @param remember gives the id under which a detection is remembered, if it is
     */
    static String heard(
            String project, List<Hop> hops, int sampleRateHz, Function<Detection, Optional<String>> remember) {
        List<Map<String, Object>> told = new ArrayList<>(hops.size());
        List<Map<String, Object>> detections = new ArrayList<>();
        for (Hop hop : hops) {
            told.add(Map.of(
                    "at_seconds",
                    (double) hop.endSample() / sampleRateHz,
                    "probabilities",
                    hop.posteriors().toArray()));
            hop.detection().map(each -> detection(each, remember.apply(each))).ifPresent(detections::add);
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "heard");
        message.put("project", project);
        message.put("hops", told);
        message.put("detections", detections);
        return JSON.writeValueAsString(message);
    }

    static String ended() {
        return JSON.writeValueAsString(Map.of("type", "ended"));
    }

    static String problem(String code, String detail) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "problem");
        message.put("code", code);
        message.put("detail", detail);
        return JSON.writeValueAsString(message);
    }

    private static Map<String, Object> detection(Detection detection, Optional<String> id) {
        Map<String, Object> told = new LinkedHashMap<>();
        id.ifPresent(known -> told.put("id", known));
        told.put("label", detection.label().name());
        told.put("start_seconds", detection.startSeconds());
        told.put("end_seconds", detection.endSeconds());
        told.put("score", detection.score());
        return told;
    }
}
