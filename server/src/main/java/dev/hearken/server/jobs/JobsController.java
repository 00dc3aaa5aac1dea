package dev.hearken.server.jobs;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.jobs.JobView.JobPage;
import dev.hearken.server.jobs.JobView.LogLine;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobEvent;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import dev.hearken.store.registry.Project;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Work for workers: asked for, followed, ended. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "jobs", description = "Trainings and judgements, done by workers.")
class JobsController {
    private static final int MOST = 1_000;

    private final Projects projects;
    private final JobQueue queue;
    private final JobFollowers followers;
    private final ServerSettings settings;

    JobsController(Projects projects, JobQueue queue, JobFollowers followers, ServerSettings settings) {
        this.projects = projects;
        this.queue = queue;
        this.followers = followers;
        this.settings = settings;
    }

    @PostMapping(path = "/projects/{project}/jobs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a training or a judgement",
            description =
                    "A worker takes it up; what it makes lands among the project's versions, whole or not at all.")
    JobView submitJob(@PathVariable String project, @RequestBody NewJob wanted) {
        Project asked = projects.require(project);
        RecipeOffer recipe = settings.recipes().stream()
                .filter(offer -> offer.name().equals(asked.recipe()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "RECIPE_UNKNOWN",
                        "workers of this server know no recipe \"" + asked.recipe() + "\""));
        return JobView.of(queue.submit(JobRequest.of(wanted.requireKind(), project, wanted.toJson(recipe))));
    }

    @GetMapping("/projects/{project}/jobs")
    @Operation(summary = "List a project's jobs, newest first")
    JobPage listJobs(
            @PathVariable String project,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        projects.require(project);
        int most = Math.max(1, Math.min(MOST, limit));
        return new JobPage(
                offset,
                queue.ofProject(project, most, Math.max(0, offset)).stream()
                        .map(JobView::of)
                        .toList());
    }

    @GetMapping("/jobs/{id}")
    @Operation(summary = "Show a job")
    JobView showJob(@PathVariable String id) {
        return JobView.of(require(id));
    }

    @PostMapping("/jobs/{id}/cancel")
    @Operation(
            summary = "End a job",
            description = "At once if it waits, within seconds if it runs. Nothing happens if it is over.")
    JobView cancelJob(@PathVariable String id) {
        return JobView.of(queue.cancel(require(id).id()));
    }

    @GetMapping("/jobs/{id}/log")
    @Operation(summary = "What a job said, oldest first")
    List<LogLine> jobLog(
            @PathVariable String id,
            @Parameter(description = "Lines after the one of this number.") @RequestParam(defaultValue = "0")
                    long after) {
        return queue.events(require(id).id(), after, MOST).stream()
                .filter(event -> event.kind() == JobEvent.Kind.LOG)
                .map(LogLine::of)
                .toList();
    }

    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Follow a job", description = """
                    Server-Sent Events: `state` with the state's name, `progress` with the figures of each epoch, `log` with a line.
                    Their ids are their numbers, so a client that lost the connection misses nothing. The stream ends with the job.""")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(types = "string")))
    SseEmitter followJob(
            @PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long after) {
        return followers.follow(require(id).id(), after);
    }

    private Job require(String id) {
        return queue.find(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "JOB_NOT_FOUND", "there is no job \"" + id + "\""));
    }
}
