package dev.hearken.lab.alignment;

import dev.hearken.core.HearkenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a CTC network's outputs mean and what it listens to; told by a JSON file beside it (docs/alignment.md).
 *
 * @param names of the outputs, in order
 * @param blank the output that says nothing
 * @param separator what stands between words; empty if nothing does
 * @param sampleRateHz of the sound it listens to
 * @param strideSamples from one frame of output to the next
 * @param normalized whether it wants sound of zero mean and unit variance
 */
record CtcLabels(
        List<String> names, int blank, String separator, int sampleRateHz, int strideSamples, boolean normalized) {
    private static final List<String> BLANKS = List.of("<pad>", "<blank>", "[PAD]", "<blk>", "_");

    CtcLabels {
        names = List.copyOf(names);
        if (blank < 0 || blank >= names.size() || sampleRateHz <= 0 || strideSamples <= 0) {
            throw new IllegalArgumentException("blank %d of %d labels, %d Hz, stride %d"
                    .formatted(blank, names.size(), sampleRateHz, strideSamples));
        }
    }

    /**
     * Reads what lies beside a network: {@code NAME.json} of this project, or {@code vocab.json} as wav2vec 2.0 has it, of which the rest is
     * known: 16 kHz, a frame each 320 samples, normalised sound.
     *
     * @throws HearkenException with code {@code CTC_LABELS_MISSING} or {@code CTC_LABELS_MALFORMED}
     */
    static CtcLabels beside(Path model) {
        Path own = model.resolveSibling(String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "") + ".json");
        Path vocabulary = model.resolveSibling("vocab.json");
        Path file = Stream.of(own, vocabulary)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "CTC_LABELS_MISSING",
                        "neither %s nor vocab.json lies beside %s to tell what its outputs mean"
                                .formatted(own.getFileName(), model)));
        try {
            JsonNode json = new JsonMapper().readTree(file.toFile());
            return file.equals(own) ? ofOwn(json) : ofVocabulary(json);
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "CTC_LABELS_MALFORMED",
                    file + " does not tell a CTC network's labels: " + malformed.getMessage(),
                    malformed);
        }
    }

    private static CtcLabels ofOwn(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.path("labels").forEach(label -> names.add(label.asString()));
        return new CtcLabels(
                names,
                names.indexOf(json.path("blank").asString("<pad>")),
                json.path("word_separator").asString(""),
                json.path("sample_rate_hz").asInt(0),
                json.path("stride_samples").asInt(0),
                json.path("normalize").asBoolean(false));
    }

    private static CtcLabels ofVocabulary(JsonNode json) {
        TreeMap<Integer, String> byIndex = new TreeMap<>();
        json.properties().forEach(entry -> byIndex.put(entry.getValue().asInt(), entry.getKey()));
        List<String> names = new ArrayList<>(Collections.nCopies(byIndex.isEmpty() ? 0 : byIndex.lastKey() + 1, ""));
        byIndex.forEach(names::set);
        int blank = BLANKS.stream()
                .mapToInt(names::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
        return new CtcLabels(names, blank, names.contains("|") ? "|" : "", 16_000, 320, true);
    }

    /** The output that says a letter, in whichever case it is listed; -1 if none does. */
    int indexOf(String letter) {
        int lower = names.indexOf(letter.toLowerCase(Locale.ROOT));
        return lower >= 0 ? lower : names.indexOf(letter.toUpperCase(Locale.ROOT));
    }
}
