package dev.hearken.server.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunMetric;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it. */
@Schema(name = "Run", description = "One training: what it was asked, how it went, what came out.")
record RunView(
        String id,
        String recipe,
        @Nullable String project,

        @Schema(allowableValues = {"running", "finished", "stopped", "failed"})
        String state,

        @Schema(description = "Every setting, by dotted name.")
        Map<String, String> parameters,

        @Schema(types = "object", description = "Measured figures with their denominators.") @JsonRawValue @Nullable
        String metrics,

        @Schema(description = "Digest of the clips it learned from.") @Nullable
        String dataSha256,

        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static RunView of(Run run) {
        return new RunView(
                run.id(),
                run.inputs().recipe(),
                run.inputs().project().orElse(null),
                run.state().name().toLowerCase(Locale.ROOT),
                new TreeMap<>(run.inputs().parameters()),
                run.metricsJson().orElse(null),
                run.dataSha256().orElse(null),
                run.failure().orElse(null),
                run.startedAt(),
                run.endedAt().orElse(null));
    }

    /** A run with its course. */
    @Schema(name = "RunWithCourse", description = "A run, what was measured on its way, and the files it made.")
    record RunWithCourse(
            RunView run,

            @Schema(description = "By what was measured, in the order of the steps.")
            Map<String, List<RunPoint>> course,

            @Schema(description = "Libraries the result depends on.")
            Map<String, String> versions,

            List<RunFile> files) {

        static RunWithCourse of(Run run, List<RunMetric> metrics, List<RunArtifact> artifacts) {
            return new RunWithCourse(
                    RunView.of(run),
                    metrics.stream()
                            .collect(Collectors.groupingBy(
                                    RunMetric::key,
                                    TreeMap::new,
                                    Collectors.mapping(
                                            metric -> new RunPoint(metric.step(), metric.value()),
                                            Collectors.toList()))),
                    new TreeMap<>(run.inputs().versions()),
                    artifacts.stream()
                            .map(file -> new RunFile(file.name(), file.sha256(), file.sizeBytes()))
                            .toList());
        }
    }

    /** A value at a step. */
    @Schema(name = "RunPoint")
    record RunPoint(
            @Schema(description = "The epoch, from 1.") long step, double value) {}

    /** A file a run made. */
    @Schema(name = "RunFile")
    record RunFile(@Schema(example = "model.onnx") String name, String sha256, long sizeBytes) {}
}
