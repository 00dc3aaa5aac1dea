package dev.hearken.server.jobs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
@Schema(name = "Job", description = "Work for a worker, and how it stands.")
record JobView(
        String id,

        @Schema(allowableValues = {"train", "retrain", "evaluate", "synthesize", "import"})
        String kind,

        @Nullable String project,

        @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
        String state,

        @Schema(description = "How often a worker has begun it.")
        int attempts,

        @Schema(description = "Somebody asked to end it.") boolean cancelWanted,

        @Schema(types = "object", description = "What was asked for.") @JsonRawValue
        String request,

        @Schema(types = "object", description = "The figures of the last epoch.") @JsonRawValue @Nullable
        String progress,

        @Schema(types = "object", description = "What came out: the version, whether it was promoted, the comparison.")
        @JsonRawValue
        @Nullable
        String result,

        @Nullable JobFailure failure,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.request().kind().name().toLowerCase(Locale.ROOT),
                job.request().project().orElse(null),
                job.state().name().toLowerCase(Locale.ROOT),
                job.attempts(),
                job.cancelWanted(),
                job.request().settingsJson(),
                job.progressJson().orElse(null),
                job.resultJson().orElse(null),
                job.failure()
                        .map(failure -> new JobFailure(failure.code(), failure.reason()))
                        .orElse(null),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.endedAt().orElse(null));
    }

    /** Why a job failed. */
    @Schema(name = "JobFailure")
    record JobFailure(
            @Schema(example = "DATASET_ONE_LABEL", description = "Stable; for programs.")
            String code,

            String reason) {}

    /** Some of a project's jobs, newest first. */
    @Schema(name = "Jobs")
    record JobPage(int offset, List<JobView> jobs) {}

    /** A line a job said. */
    @Schema(name = "LogLine")
    record LogLine(long number, Instant at, String text) {
        static LogLine of(JobEvent event) {
            return new LogLine(event.number(), event.at(), event.body());
        }
    }
}
