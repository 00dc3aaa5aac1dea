package dev.hearken.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What Gatling saw of one scene: its own report lies beside. */
record Measured(Scene scene, JsonNode stats, long seconds, long serverMegabytes) {
    /** Reads what Gatling left in a folder. */
    static Measured of(Scene scene, Path folder, long seconds, long serverMegabytes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path stats = files.filter(file -> file.endsWith("stats.json"))
                    .findAny()
                    .orElseThrow(() -> new IOException("Gatling left no figures in " + folder));
            JsonNode all = new ObjectMapper().readTree(stats.toFile());
            return new Measured(scene, requests(all, scene), seconds, serverMegabytes);
        }
    }

    /** Of a stream only its blocks count, not how it was opened. */
    private static JsonNode requests(JsonNode all, Scene scene) {
        String wanted = scene == Scene.STREAMS ? "heard" : scene.word();
        for (JsonNode each : all.path("contents")) {
            if (each.path("name").asText().equals(wanted)) {
                return each.path("stats");
            }
        }
        return all.path("stats");
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        long answered = stats.at("/numberOfRequests/ok").asLong();
        figures.put("scene", scene.word());
        figures.put("connections", scene.users);
        figures.put("seconds", seconds);
        figures.put("answered", answered);
        figures.put("failed", stats.at("/numberOfRequests/ko").asLong());
        figures.put("requests_per_second", answered / seconds);
        if (scene.clips() > 0) {
            figures.put("clips_per_second", scene.clips() * answered / seconds);
        }
        figures.put("p50_millis", stats.at("/percentiles1/ok").asLong());
        figures.put("p95_millis", stats.at("/percentiles3/ok").asLong());
        figures.put("p99_millis", stats.at("/percentiles4/ok").asLong());
        figures.put("server_megabytes", serverMegabytes);
        return figures;
    }

    @Override
    public String toString() {
        return "%-8s %4d connections  %,7d answered  %,4d failed  %,6d/s  p50 %,5d  p95 %,5d  p99 %,5d ms  %,d MB"
                .formatted(
                        scene.word(),
                        scene.users,
                        stats.at("/numberOfRequests/ok").asLong(),
                        stats.at("/numberOfRequests/ko").asLong(),
                        Math.max(1, scene.clips())
                                * stats.at("/numberOfRequests/ok").asLong()
                                / seconds,
                        stats.at("/percentiles1/ok").asLong(),
                        stats.at("/percentiles3/ok").asLong(),
                        stats.at("/percentiles4/ok").asLong(),
                        serverMegabytes);
    }
}
