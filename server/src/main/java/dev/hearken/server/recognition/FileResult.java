package dev.hearken.server.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hearken.core.inference.Prediction;
import dev.hearken.server.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one file: an answer or a problem, never both.
 *
 * @param id under which the answer is remembered; null if it could not be kept
 * @param file the name it was sent under
 * @param label the most probable label
 * @param probability the probability of that label, calibrated
 * @param probabilities the probability of every label, in the order of the model's output
 * @param latencyMillis from the received bytes to the probabilities
 * @param modelVersion the version that answered
 * @param problem why there is no answer
 */
@Schema(name = "FileResult", description = "An answer, or a problem in its place.")
public record FileResult(
        @Schema(description = "To give feedback on it; absent if the answer could not be remembered.") @Nullable
        String id,

        @Schema(example = "seven.wav") String file,
        @Schema(example = "7") @Nullable String label,
        @Schema(example = "0.998") @Nullable Float probability,

        @Schema(example = "{\"6\": 0.002, \"7\": 0.998}") @Nullable
        Map<String, Float> probabilities,

        @Schema(example = "0.9") @JsonProperty("latency_ms") @Nullable
        Double latencyMillis,

        @Schema(example = "1") @Nullable Integer modelVersion,

        @Nullable Problem problem) {

    static FileResult answered(String file, Prediction prediction, long latencyNanos, int modelVersion) {
        return new FileResult(
                null,
                file,
                prediction.label().name(),
                prediction.probability(),
                prediction.posteriors().byName(),
                Math.round(latencyNanos / 1_000.0) / 1_000.0,
                modelVersion,
                null);
    }

    static FileResult refused(String file, Problem problem) {
        return new FileResult(null, file, null, null, null, null, null, problem);
    }

    /** The same, remembered under this id. */
    FileResult rememberedAs(String newId) {
        return new FileResult(newId, file, label, probability, probabilities, latencyMillis, modelVersion, problem);
    }
}
