package dev.hearken.server.datasets;

import dev.hearken.server.models.Projects;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a project's recordings amount to. */
@RestController
@Tag(name = "clips")
class DatasetController {
    private static final ClipFilter UNLABELLED = filter(Optional.of(false), Optional.empty(), false);
    private static final ClipFilter EXCLUDED = filter(Optional.empty(), Optional.of(true), false);
    private static final ClipFilter DELETED = filter(Optional.empty(), Optional.empty(), true);

    private final Projects projects;
    private final ProjectClips clips;

    DatasetController(Projects projects, ProjectClips clips) {
        this.projects = projects;
        this.clips = clips;
    }

    @GetMapping(path = "/api/v1/projects/{project}/dataset", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Counts, balance, split and leaks of a project's recordings",
            description = "Counted are those that are labelled, not left out and not deleted.")
    DatasetView dataset(@PathVariable String project) {
        projects.require(project);
        List<ProjectClip> usable = clips.all(project, ClipFilter.USABLE);
        DatasetSummary summary = new DatasetSummary(usable);
        return new DatasetView(
                usable.size(),
                summary.seconds(),
                clips.count(project, UNLABELLED),
                clips.count(project, EXCLUDED),
                clips.count(project, DELETED),
                summary.frozen(),
                summary.labels(),
                summary.durations(),
                summary.audit());
    }

    private static ClipFilter filter(Optional<Boolean> labelled, Optional<Boolean> excluded, boolean deleted) {
        return new ClipFilter(
                Optional.empty(),
                labelled,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                excluded,
                deleted,
                Optional.empty());
    }
}
