package dev.hearken.server.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.monitoring.KeptRecordings;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.SoundFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a project's model answered. */
@RestController
@Tag(name = "predictions")
class HistoryController {
    private static final int MOST = 1_000;

    private final Projects projects;
    private final PredictionLog log;
    private final KeptRecordings recordings;

    HistoryController(Projects projects, PredictionLog log, KeptRecordings recordings) {
        this.projects = projects;
        this.log = log;
        this.recordings = recordings;
    }

    /** A remembered answer. */
    @Schema(name = "PastPrediction")
    record PastPrediction(
            String id,
            int modelVersion,
            String source,
            String file,
            String label,
            double probability,
            @JsonProperty("latency_ms") double latencyMillis,
            double durationSeconds,

            @Schema(description = "Root mean square of the recording, decibels of full scale.") @Nullable
            Double levelDbfs,

            @Schema(description = "The same of its quiet stretches.") @Nullable
            Double noiseDbfs,

            @Schema(description = "The frequency its power lies around.") @Nullable
            Double centreHz,

            @Schema(description = "Whether the recording is kept: see /audio.")
            boolean hasAudio,

            Instant at) {
        static PastPrediction of(LoggedPrediction logged) {
            return new PastPrediction(
                    logged.id(),
                    logged.version(),
                    logged.source(),
                    logged.file(),
                    logged.label(),
                    logged.probability(),
                    logged.latencyMicros() / 1_000.0,
                    logged.durationSeconds(),
                    logged.sound().map(SoundFigures::levelDbfs).orElse(null),
                    logged.sound().map(SoundFigures::noiseDbfs).orElse(null),
                    logged.sound().map(SoundFigures::centreHz).orElse(null),
                    logged.audioSha256().isPresent(),
                    logged.at());
        }
    }

    /** Some of a project's answers, newest first. */
    @Schema(name = "History")
    record HistoryPage(long total, int offset, List<PastPrediction> predictions) {}

    @GetMapping(path = "/api/v1/projects/{project}/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What was answered, newest first",
            description = "Recordings are kept only if the project says so.")
    HistoryPage history(
            @PathVariable String project,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        projects.require(project);
        int from = Math.max(0, offset);
        return new HistoryPage(
                log.count(project),
                from,
                log.latest(project, Math.max(1, Math.min(MOST, limit)), from).stream()
                        .map(PastPrediction::of)
                        .toList());
    }

    @GetMapping(
            path = "/api/v1/projects/{project}/predictions/{id}/audio",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The recording of an answer, where the project keeps them", description = "As it was sent.")
    byte[] predictionAudio(@PathVariable String project, @PathVariable String id) {
        projects.require(project);
        return log.find(project, id)
                .flatMap(recordings::find)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "NO_RECORDING",
                        "no recording is kept of prediction \"" + id
                                + "\"; the project's monitoring settings say whether they are"));
    }
}
