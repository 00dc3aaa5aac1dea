package dev.hearken.server.models;

import dev.hearken.store.registry.Policy;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a project may do without anybody asking. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/policy", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "versions")
class PolicyController {
    private final Projects projects;
    private final Registry registry;

    PolicyController(Projects projects, Registry registry) {
        this.projects = projects;
        this.registry = registry;
    }

    /** A policy as the API shows it. */
    @Schema(name = "Policy")
    record PolicyView(
            @Schema(
                    description =
                            "A version that is not worse than the live one on the frozen test set answers from then on; else it waits as `candidate`.")
            boolean autoPromote,

            @Schema(
                    description = "After so many new labelled clips a retraining is asked for; absent for never.",
                    minimum = "1")
            @Nullable
            Integer retrainAfterClips) {
        static PolicyView of(Policy policy) {
            OptionalInt clips = policy.retrainAfterClips();
            return new PolicyView(policy.autoPromote(), clips.isPresent() ? clips.getAsInt() : null);
        }

        Policy policy() {
            return new Policy(
                    autoPromote, retrainAfterClips == null ? OptionalInt.empty() : OptionalInt.of(retrainAfterClips));
        }
    }

    @GetMapping
    @Operation(summary = "What a project may do without anybody asking")
    PolicyView showPolicy(@PathVariable String project) {
        projects.require(project);
        return PolicyView.of(registry.policy(project));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Decide what a project may do without anybody asking")
    PolicyView decidePolicy(@PathVariable String project, @RequestBody PolicyView wanted) {
        projects.require(project);
        registry.decide(project, wanted.policy());
        return PolicyView.of(registry.policy(project));
    }
}
