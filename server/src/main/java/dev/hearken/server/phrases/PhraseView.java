package dev.hearken.server.phrases;

import dev.hearken.store.jobs.Job;
import dev.hearken.store.registry.Project;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A typed phrase as the API shows it. */
@Schema(name = "Phrase", description = "A typed phrase and its detector, which is a project like others.")
record PhraseView(
        @Schema(example = "hey computer") String phrase,

        @Schema(example = "hey-computer", description = "Where its versions, clips and jobs are.")
        String project,

        @Schema(description = "The version that listens; left out before there is one.") @Nullable
        Integer live,

        @Schema(description = "The last job: `GET /api/v1/jobs/{id}`, `…/events`.") @Nullable
        String job,

        @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"}) @Nullable
        String state,

        Instant createdAt) {

    static PhraseView of(Project project, OptionalInt live, Optional<Job> last) {
        return new PhraseView(
                project.phrase().orElseThrow(),
                project.name(),
                live.isPresent() ? live.getAsInt() : null,
                last.map(Job::id).orElse(null),
                last.map(job -> job.state().name().toLowerCase(Locale.ROOT)).orElse(null),
                project.createdAt());
    }
}
