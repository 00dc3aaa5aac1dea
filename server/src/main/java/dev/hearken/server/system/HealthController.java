package dev.hearken.server.system;

import dev.hearken.core.inference.ExecutionProvider;
import dev.hearken.server.Unguarded;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.models.ServingState;
import dev.hearken.server.system.Health.Degradation;
import dev.hearken.server.system.Health.LoadedModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says how the server is, to people and to whatever restarts and routes to it. */
@RestController
@Tag(name = "health", description = "How the server is.")
class HealthController {
    private final LiveModels models;
    private final Release release;
    private final ExecutionProvider.Choice provider;

    HealthController(LiveModels models, Release release, ExecutionProvider.Choice provider) {
        this.models = models;
        this.release = release;
        this.provider = provider;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Liveness, readiness, what is degraded, which models are loaded",
            description = "Always 200 while the process works.")
    Health health() {
        List<ServingState> states = models.states();
        List<Degradation> degraded = new ArrayList<>();
        models.registryTrouble().ifPresent(reason -> degraded.add(new Degradation("registry", reason)));
        provider.trouble()
                .ifPresent(reason -> degraded.add(
                        new Degradation("execution provider", reason + "; " + provider.provider() + " computes")));
        if (states.isEmpty()) {
            degraded.add(new Degradation("models", "no project has a live model"));
        }
        for (ServingState state : states) {
            String instead = state.serving()
                    .map(number -> "version " + number + " answers")
                    .orElse("no version answers");
            state.trouble()
                    .ifPresent(trouble ->
                            degraded.add(new Degradation("project " + state.project(), trouble + "; " + instead)));
        }
        boolean ready = models.registryTrouble().isEmpty()
                || states.stream().anyMatch(state -> state.serving().isPresent());
        String status = !ready ? "down" : degraded.isEmpty() ? "up" : "degraded";
        List<LoadedModel> loaded = states.stream()
                .map(state -> new LoadedModel(state.project(), state.serving().orElse(null)))
                .toList();
        return new Health(
                status, true, ready, degraded, loaded, provider.provider().name(), release.version());
    }

    @Unguarded
    @GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Liveness alone", description = "200 while the process works.")
    Health live() {
        return health().inShort();
    }

    @Unguarded
    @GetMapping(path = "/health/ready", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Readiness alone", description = "200 if requests should come here, else 503.")
    ResponseEntity<Health> ready() {
        Health health = health();
        return ResponseEntity.status(health.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(health.inShort());
    }
}
