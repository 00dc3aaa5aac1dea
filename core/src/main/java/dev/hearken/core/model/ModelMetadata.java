package dev.hearken.core.model;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model file says of itself, kept in its {@code metadata_props} under keys that start with {@code hearken.}.
 *
 * @param task the recipe's question, such as {@code digits}
 * @param labels the answers, in the order of the output
 * @param sampleRateHz the rate the input must have
 * @param windowSamples how much audio one answer is about, in samples
 * @param hopSamples how far apart answers on a stream are, in samples
 * @param operatingPoints thresholds with their measured cost; empty for a plain classifier
 * @param openSet when a clip is of no known class; empty if the model always chooses one
 * @param metrics measured figures with denominators, as the evaluation wrote them
 * @param provenance how to train it again
 * @param licences what it was made from
 * @param surrogate by which its answers can be told in words, if there is one
 * @param detection how its probabilities on a stream become detections, if it says so
 */
public record ModelMetadata(
        String task,
        LabelSet labels,
        int sampleRateHz,
        int windowSamples,
        int hopSamples,
        List<OperatingPoint> operatingPoints,
        Optional<OpenSet> openSet,
        JsonNode metrics,
        Provenance provenance,
        List<Licence> licences,
        Optional<Surrogate> surrogate,
        Optional<DetectionRule> detection) {
    /** The version of the format described in {@code docs/formats.md}. */
    public static final String FORMAT = "1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public ModelMetadata {
        if (sampleRateHz <= 0 || windowSamples <= 0 || hopSamples <= 0) {
            throw new IllegalArgumentException("sample rate %d Hz, window %d and hop %d must be positive"
                    .formatted(sampleRateHz, windowSamples, hopSamples));
        }
        operatingPoints = List.copyOf(operatingPoints);
        licences = List.copyOf(licences);
        List<String> explained = surrogate
                .map(Surrogate::answers)
                .map(answers -> answers.stream().map(Surrogate.Answer::label).toList())
                .orElse(labels.names());
        if (!explained.equals(labels.names())) {
            throw new IllegalArgumentException(
                    "the explanation is of " + explained + ", the labels are " + labels.names());
        }
    }

    /** A model that always chooses one of its labels, and whose answers are not told in words. */
    public ModelMetadata(
            String task,
            LabelSet labels,
            int sampleRateHz,
            int windowSamples,
            int hopSamples,
            List<OperatingPoint> operatingPoints,
            JsonNode metrics,
            Provenance provenance,
            List<Licence> licences) {
        this(
                task,
                labels,
                sampleRateHz,
                windowSamples,
                hopSamples,
                operatingPoints,
                Optional.empty(),
                metrics,
                provenance,
                licences,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with other measured figures. */
    public ModelMetadata withMetrics(JsonNode newMetrics) {
        return new ModelMetadata(
                task,
                labels,
                sampleRateHz,
                windowSamples,
                hopSamples,
                operatingPoints,
                openSet,
                newMetrics,
                provenance,
                licences,
                surrogate,
                detection);
    }

    /** The same with words for its answers. */
    public ModelMetadata withSurrogate(Surrogate newSurrogate) {
        return new ModelMetadata(
                task,
                labels,
                sampleRateHz,
                windowSamples,
                hopSamples,
                operatingPoints,
                openSet,
                metrics,
                provenance,
                licences,
                Optional.of(newSurrogate),
                detection);
    }

    /** The same with a rule for clips of no known class; the graph must have an output {@code known}. */
    public ModelMetadata withOpenSet(OpenSet rule) {
        return new ModelMetadata(
                task,
                labels,
                sampleRateHz,
                windowSamples,
                hopSamples,
                operatingPoints,
                Optional.of(rule),
                metrics,
                provenance,
                licences,
                surrogate,
                detection);
    }

    /** The same with a rule for streams, and what thresholds cost by it. */
    public ModelMetadata withDetection(DetectionRule rule, List<OperatingPoint> points) {
        return new ModelMetadata(
                task,
                labels,
                sampleRateHz,
                windowSamples,
                hopSamples,
                points,
                openSet,
                metrics,
                provenance,
                licences,
                surrogate,
                Optional.of(rule));
    }

    /** The rule for streams that holds: the model's own, or {@link DetectionRule#standard}. */
    public DetectionRule detectionRule() {
        return detection.orElseGet(() -> DetectionRule.standard(sampleRateHz, windowSamples));
    }

    SortedMap<String, String> toProperties() {
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put("hearken.format", FORMAT);
        properties.put("hearken.task", task);
        properties.put("hearken.labels", JSON.writeValueAsString(labels.names()));
        properties.put("hearken.sample_rate_hz", Integer.toString(sampleRateHz));
        properties.put("hearken.window_samples", Integer.toString(windowSamples));
        properties.put("hearken.hop_samples", Integer.toString(hopSamples));
        properties.put("hearken.operating_points", JSON.writeValueAsString(operatingPoints));
        openSet.ifPresent(rule -> properties.put("hearken.open_set", JSON.writeValueAsString(rule)));
        properties.put("hearken.metrics", JSON.writeValueAsString(metrics));
        properties.put("hearken.provenance", JSON.writeValueAsString(provenance));
        properties.put("hearken.licences", JSON.writeValueAsString(licences));
        surrogate.ifPresent(words -> properties.put("hearken.explanation", JSON.writeValueAsString(words)));
        detection.ifPresent(rule -> properties.put("hearken.detection", JSON.writeValueAsString(rule)));
        return properties;
    }

    static ModelMetadata fromProperties(Map<String, String> properties) {
        if (!FORMAT.equals(properties.get("hearken.format"))) {
            throw HearkenException.user(
                    "MODEL_FORMAT",
                    "not a Hearken model file of format " + FORMAT + ": hearken.format is "
                            + properties.get("hearken.format"));
        }
        try {
            return new ModelMetadata(
                    required(properties, "hearken.task"),
                    LabelSet.ofNames(JSON.readValue(
                            required(properties, "hearken.labels"), new TypeReference<List<String>>() {})),
                    Integer.parseInt(required(properties, "hearken.sample_rate_hz")),
                    Integer.parseInt(required(properties, "hearken.window_samples")),
                    Integer.parseInt(required(properties, "hearken.hop_samples")),
                    JSON.readValue(
                            required(properties, "hearken.operating_points"),
                            new TypeReference<List<OperatingPoint>>() {}),
                    Optional.ofNullable(properties.get("hearken.open_set"))
                            .map(rule -> JSON.readValue(rule, OpenSet.class)),
                    JSON.readTree(required(properties, "hearken.metrics")),
                    JSON.readValue(required(properties, "hearken.provenance"), Provenance.class),
                    JSON.readValue(required(properties, "hearken.licences"), new TypeReference<List<Licence>>() {}),
                    Optional.ofNullable(properties.get("hearken.explanation"))
                            .map(words -> JSON.readValue(words, Surrogate.class)),
                    Optional.ofNullable(properties.get("hearken.detection"))
                            .map(rule -> JSON.readValue(rule, DetectionRule.class)));
        } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "MODEL_METADATA",
                    "the model file's metadata cannot be read: " + broken.getMessage(),
                    broken);
        }
    }

    private static String required(Map<String, String> properties, String key) {
        String value = properties.get(key);
        if (value == null) {
            throw HearkenException.user("MODEL_METADATA", "the model file has no " + key);
        }
        return value;
    }
}
