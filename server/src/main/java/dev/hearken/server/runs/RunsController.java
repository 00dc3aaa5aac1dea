package dev.hearken.server.runs;

import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.runs.RunView.RunWithCourse;
import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainings that were, and that are going on. */
@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "runs", description = "The record of trainings: settings, course, figures, files.")
class RunsController {
    private static final int MOST = 1_000;

    private final RunLog runs;
    private final Projects projects;

    RunsController(RunLog runs, Projects projects) {
        this.runs = runs;
        this.projects = projects;
    }

    @GetMapping
    @Operation(summary = "List runs, newest first", description = "Of all projects, or of one.")
    List<RunView> listRuns(
            @RequestParam(required = false) @Nullable String project, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(MOST, limit));
        List<Run> found = project == null
                ? runs.latest(most)
                : runs.ofProject(projects.require(project).name(), most);
        return found.stream().map(RunView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Show a run with its course",
            description = "Two of them side by side tell what a setting did.")
    RunWithCourse showRun(@PathVariable String id) {
        Run run = runs.find(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "RUN_NOT_FOUND", "there is no run \"" + id + "\""));
        return RunWithCourse.of(run, runs.metrics(id), runs.artifacts(id));
    }
}
