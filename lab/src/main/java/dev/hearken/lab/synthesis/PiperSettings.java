package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Piper voice's {@code .onnx.json} says of it.
 *
 * @param espeakVoice whose phonemes it reads; empty if it reads characters
 * @param noiseScale how much the sound varies
 * @param lengthScale how slowly it speaks; 1 is usual
 * @param noiseW how much durations vary
 * @param numbers the network's numbers of each phoneme
 * @param speakers its speakers' names and numbers; empty if there is one
 */
record PiperSettings(
        int sampleRateHz,
        String language,
        String dataset,
        String espeakVoice,
        float noiseScale,
        float lengthScale,
        float noiseW,
        Map<Integer, List<Long>> numbers,
        Map<String, Long> speakers) {
    private static final int PAD = '_';
    private static final int BEGIN = '^';
    private static final int END = '$';

    /** @throws IOException if it cannot be read or is not such a file */
    static PiperSettings read(Path file) throws IOException {
        try {
            return of(new JsonMapper().readTree(Files.readAllBytes(file)));
        } catch (JacksonException malformed) {
            throw new IOException(file + " is not a Piper voice's settings: " + malformed.getMessage(), malformed);
        }
    }

    private static PiperSettings of(JsonNode json) {
        boolean espeak = json.path("phoneme_type").asString("espeak").equals("espeak");
        String voice = json.path("espeak").path("voice").asString("en-us");
        JsonNode inference = json.path("inference");
        return new PiperSettings(
                json.required("audio").required("sample_rate").intValue(),
                json.path("language")
                        .path("code")
                        .asString(voice)
                        .replace('_', '-')
                        .toLowerCase(Locale.ROOT),
                json.path("dataset").asString(""),
                espeak ? voice : "",
                inference.path("noise_scale").floatValue(0.667f),
                inference.path("length_scale").floatValue(1),
                inference.path("noise_w").floatValue(0.8f),
                numbers(json.required("phoneme_id_map")),
                json.path("num_speakers").intValue(1) > 1 ? speakers(json) : Map.of());
    }

    private static Map<Integer, List<Long>> numbers(JsonNode map) {
        Map<Integer, List<Long>> numbers = new HashMap<>();
        map.properties()
                .forEach(entry -> numbers.put(
                        entry.getKey().codePointAt(0),
                        entry.getValue().valueStream().map(JsonNode::longValue).toList()));
        return Map.copyOf(numbers);
    }

    private static Map<String, Long> speakers(JsonNode json) {
        Map<String, Long> speakers = new LinkedHashMap<>();
        json.path("speaker_id_map")
                .properties()
                .forEach(entry -> speakers.put(entry.getKey(), entry.getValue().longValue()));
        for (long i = speakers.size(); i < json.path("num_speakers").intValue(1); i++) {
            speakers.put(Long.toString(i), i);
        }
        return speakers;
    }

    /** The numbers of phonemes or characters, with a pad after each, between begin and end; unknown ones are left out. */
    long[] numbersOf(String phonemes) {
        List<Long> all = new ArrayList<>(numbers.getOrDefault(BEGIN, List.of()));
        all.addAll(numbers.getOrDefault(PAD, List.of()));
        Normalizer.normalize(phonemes, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> c != BEGIN)
                .forEach(c -> {
                    List<Long> known = numbers.getOrDefault(c, List.of());
                    all.addAll(known);
                    all.addAll(known.isEmpty() ? List.of() : numbers.getOrDefault(PAD, List.of()));
                });
        all.addAll(numbers.getOrDefault(END, List.of()));
        return all.stream().mapToLong(Long::longValue).toArray();
    }
}
