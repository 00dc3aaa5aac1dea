package dev.hearken.server.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hearken.server.models.Projects;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
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

    HistoryController(Projects projects, PredictionLog log) {
        this.projects = projects;
        this.log = log;
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
                    logged.at());
        }
    }

    /** Some of a project's answers, newest first. */
    @Schema(name = "History")
    record HistoryPage(long total, int offset, List<PastPrediction> predictions) {}

    @GetMapping(path = "/api/v1/projects/{project}/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What was answered, newest first", description = "Recordings are not kept.")
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
}
