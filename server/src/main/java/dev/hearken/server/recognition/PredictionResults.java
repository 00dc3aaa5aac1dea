package dev.hearken.server.recognition;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What came of a request, file by file in the order they were sent.
 *
 * @param project the project asked
 * @param modelVersion the version that answered all of them
 * @param total how many files there were
 * @param failed how many of them have a problem in place of an answer
 */
@Schema(name = "Predictions")
public record PredictionResults(
        @Schema(example = "digits") String project,

        @Schema(example = "1") int modelVersion,

        @Schema(example = "1") int total,
        @Schema(example = "0") int failed,
        List<FileResult> results) {

    static PredictionResults of(String project, int modelVersion, List<FileResult> results) {
        int failed = (int)
                results.stream().filter(result -> result.problem() != null).count();
        return new PredictionResults(project, modelVersion, results.size(), failed, results);
    }
}
