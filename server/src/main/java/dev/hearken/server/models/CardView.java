package dev.hearken.server.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model file says of itself. */
@Schema(name = "Card", description = "What a model says of itself.")
record CardView(
        @Schema(example = "digits") String task,
        List<String> labels,
        int sampleRateHz,
        int windowSamples,
        int hopSamples,

        @Schema(types = "object", description = "Measured figures with their denominators.") @JsonRawValue
        String metrics,

        @Schema(description = "Thresholds with what they cost.")
        List<OperatingPoint> operatingPoints,

        String recipe,
        @Schema(description = "By dotted name.") Map<String, String> settings,

        @Schema(description = "Digest of the clips it learned from.")
        String datasetDigest,

        int clips,
        Map<String, String> versions,
        String createdAt,
        List<Licence> licences) {

    static CardView of(ModelFile model) {
        ModelMetadata metadata = model.metadata();
        return new CardView(
                metadata.task(),
                metadata.labels().names(),
                metadata.sampleRateHz(),
                metadata.windowSamples(),
                metadata.hopSamples(),
                metadata.metrics().toString(),
                metadata.operatingPoints(),
                metadata.provenance().recipe(),
                new TreeMap<>(metadata.provenance().settings()),
                metadata.provenance().datasetDigest(),
                metadata.provenance().clips(),
                new TreeMap<>(metadata.provenance().versions()),
                metadata.provenance().createdAt(),
                metadata.licences());
    }
}
