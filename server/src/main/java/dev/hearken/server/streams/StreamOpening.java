package dev.hearken.server.streams;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Thresholds;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first message of a stream: {@code {"sample_rate_hz": 48000, "encoding": "s16le", "threshold": 0.7}}.
 *
 * @param sampleRateHz from 1,000 to 384,000
 * @param encoding how the binary messages are written
 * @param threshold from which score on a label is detected; empty for the model's own
 */
record StreamOpening(int sampleRateHz, SampleEncoding encoding, Optional<Double> threshold) {
    private static final int LOWEST_RATE_HZ = 1_000;
    private static final int HIGHEST_RATE_HZ = 384_000;

    /** @throws HearkenException {@code BAD_OPENING} saying what is wanted */
    static StreamOpening parse(String message) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(message);
        } catch (JacksonException noJson) {
            throw bad("the first message is no JSON");
        }
        int rate = json.path("sample_rate_hz").asInt(0);
        if (rate < LOWEST_RATE_HZ || rate > HIGHEST_RATE_HZ) {
            throw bad("sample_rate_hz must be from %d to %d".formatted(LOWEST_RATE_HZ, HIGHEST_RATE_HZ));
        }
        SampleEncoding encoding = SampleEncoding.parse(json.path("encoding").asString("s16le"))
                .orElseThrow(() -> bad("encoding is s16le or f32le"));
        JsonNode threshold = json.path("threshold");
        if (!threshold.isMissingNode() && !(threshold.asDouble(-1) >= 0 && threshold.asDouble(-1) <= 1)) {
            throw bad("threshold must be in [0, 1]");
        }
        return new StreamOpening(
                rate, encoding, threshold.isMissingNode() ? Optional.empty() : Optional.of(threshold.asDouble()));
    }

    Thresholds thresholds(ModelMetadata metadata) {
        return threshold.map(wanted -> Thresholds.all(metadata, wanted)).orElseGet(() -> Thresholds.of(metadata));
    }

    private static HearkenException bad(String detail) {
        return HearkenException.user(
                "BAD_OPENING", detail + "; open with {\"sample_rate_hz\": 16000, \"encoding\": \"s16le\"}");
    }
}
