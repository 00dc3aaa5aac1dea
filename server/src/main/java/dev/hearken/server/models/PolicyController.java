package dev.hearken.server.models;

import dev.hearken.store.registry.Policy;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalDouble;
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
            Integer retrainAfterClips,

            @Schema(
                    description =
                            "From this population stability index on, of the signal that moved furthest since the last training, in a day at most; absent for never. 0.25 is a large change.")
            @Nullable
            Double retrainOnDrift,

            @Schema(description = "So many days after the last training; absent for never.", minimum = "1") @Nullable
            Integer retrainEveryDays) {
        static PolicyView of(Policy policy) {
            return new PolicyView(
                    policy.autoPromote(),
                    orNull(policy.retrainAfterClips()),
                    policy.retrainOnDrift().isPresent()
                            ? policy.retrainOnDrift().getAsDouble()
                            : null,
                    orNull(policy.retrainEveryDays()));
        }

        private static @Nullable Integer orNull(OptionalInt value) {
            return value.isPresent() ? value.getAsInt() : null;
        }

        private static OptionalInt orEmpty(@Nullable Integer value) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(value);
        }

        Policy policy() {
            return new Policy(
                    autoPromote,
                    orEmpty(retrainAfterClips),
                    retrainOnDrift == null ? OptionalDouble.empty() : OptionalDouble.of(retrainOnDrift),
                    orEmpty(retrainEveryDays));
        }
    }

    @GetMapping
    @Operation(summary = "What a project may do without anybody asking")
    PolicyView showPolicy(@PathVariable String project) {
        projects.require(project);
        return PolicyView.of(registry.policy(project));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Decide what a project may do without anybody asking",
            description =
                    "A retraining is asked for only if a labelled clip came since the last: else there is nothing to learn.")
    PolicyView decidePolicy(@PathVariable String project, @RequestBody PolicyView wanted) {
        projects.require(project);
        registry.decide(project, wanted.policy());
        return PolicyView.of(registry.policy(project));
    }
}
