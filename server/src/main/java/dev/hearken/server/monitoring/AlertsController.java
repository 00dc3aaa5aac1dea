package dev.hearken.server.monitoring;

import dev.hearken.server.models.Projects;
import dev.hearken.store.monitoring.Alert;
import dev.hearken.store.monitoring.Alerts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is not as it should be, and what was not. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "monitoring")
class AlertsController {
    private static final int SHOWN = 200;

    private final Projects projects;
    private final Alerts alerts;

    AlertsController(Projects projects, Alerts alerts) {
        this.projects = projects;
        this.alerts = alerts;
    }

    /** An alert as the API shows it. */
    @Schema(name = "Alert")
    record AlertView(
            String id,

            @Schema(description = "Absent for the system's.") @Nullable
            String project,

            @Schema(example = "drift_psi") String rule,

            @Schema(description = "What was measured, in the rule's unit.")
            double value,

            @Schema(description = "From which value on it is an alert.")
            double threshold,

            String detail,
            Instant raisedAt,

            @Schema(description = "Absent as long as it lasts.") @Nullable
            Instant endedAt) {
        static AlertView of(Alert alert) {
            return new AlertView(
                    alert.id(),
                    alert.project().orElse(null),
                    alert.rule().name().toLowerCase(Locale.ROOT),
                    alert.value(),
                    alert.threshold(),
                    alert.detail(),
                    alert.raisedAt(),
                    alert.endedAt().orElse(null));
        }
    }

    @GetMapping("/alerts")
    @Operation(summary = "All projects' alerts and the system's, newest first")
    List<AlertView> listAlerts() {
        return alerts.latest(SHOWN).stream().map(AlertView::of).toList();
    }

    @GetMapping("/projects/{project}/alerts")
    @Operation(summary = "A project's alerts, newest first")
    List<AlertView> projectAlerts(@PathVariable String project) {
        projects.require(project);
        return alerts.latest(project, SHOWN).stream().map(AlertView::of).toList();
    }
}
