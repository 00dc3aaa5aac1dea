package dev.hearken.server.monitoring;

import dev.hearken.server.models.Projects;
import dev.hearken.store.monitoring.AlertRule;
import dev.hearken.store.monitoring.Drift;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.monitoring.Feedback;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Reference;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Watches;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a project's model does in use. */
@RestController
@Tag(name = "monitoring", description = "How models do in use.")
class MonitoringController {
    private final Projects projects;
    private final Registry registry;
    private final Tallies tallies;
    private final PredictionLog log;
    private final DriftWatch drift;
    private final Watches watches;
    private final Clock clock;

    MonitoringController(
            Projects projects,
            Registry registry,
            Tallies tallies,
            PredictionLog log,
            DriftWatch drift,
            Watches watches,
            Clock clock) {
        this.projects = projects;
        this.registry = registry;
        this.tallies = tallies;
        this.log = log;
        this.drift = drift;
        this.watches = watches;
        this.clock = clock;
    }

    /** How a project's model did over a stretch of time. */
    @Schema(name = "Monitoring")
    record MonitoringView(
            String project,

            @Schema(description = "The version that answers now; absent if none does.") @Nullable
            Integer modelVersion,

            Instant from,
            Instant to,

            @Schema(description = "How long a piece of the activity is.")
            long pieceSeconds,

            ActivityView activity,

            @Schema(description = "Absent without a live version.") @Nullable
            DriftView drift,

            FalseAlarmsView falseAlarms,

            @Schema(description = "What people said, by kind.", example = "{\"false_alarm\": 2}")
            Map<String, Long> feedback) {}

    @GetMapping(path = "/api/v1/projects/{project}/monitoring", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How a project's model does in use",
            description = "Requests, latency, confidence and labels over time; drift against the training; false alarms"
                    + " against the contract.")
    MonitoringView monitoring(
            @PathVariable String project,
            @Parameter(description = "How far to look back: 1 to 8,784.") @RequestParam(defaultValue = "24") int hours,
            @Parameter(description = "From when; else from now.") @RequestParam Optional<Instant> until) {
        projects.require(project);
        TimeWindow window = TimeWindow.before(until.orElseGet(clock::instant), hours);
        Optional<ModelVersion> live = registry.version(project, Alias.LIVE);
        ActivityView activity = ActivityView.of(window, tallies.between(project, window.from(), window.to()));
        List<Feedback> said = log.feedback(project, window.from(), window.to());
        return new MonitoringView(
                project,
                live.map(ModelVersion::number).orElse(null),
                window.from(),
                window.to(),
                window.piece().toSeconds(),
                activity,
                live.map(version -> drift(version, window)).orElse(null),
                FalseAlarmsView.of(
                        Math.toIntExact(byKind(said).getOrDefault("false_alarm", 0L)),
                        activity.hoursListened(),
                        watches.of(project)
                                .limit(AlertRule.FALSE_ALARMS_PER_HOUR)
                                .threshold()),
                byKind(said));
    }

    private DriftView drift(ModelVersion version, TimeWindow window) {
        Optional<Reference> reference = drift.reference(version.project(), version.number());
        Optional<Drift> found = drift.of(version.project(), version.number(), window.from(), window.to());
        return DriftView.of(reference, found);
    }

    private static Map<String, Long> byKind(List<Feedback> said) {
        Map<String, Long> byKind = new TreeMap<>();
        said.forEach(each -> byKind.merge(each.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        return byKind;
    }
}
