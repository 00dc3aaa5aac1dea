package dev.hearken.server.models;

import dev.hearken.server.Needs;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.models.ProjectView.ProjectList;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What projects there are, and their models to take away. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects", description = "What can be asked, and the models that answer.")
class ProjectsController {
    private final Projects projects;
    private final Registry registry;
    private final ServerSettings settings;

    ProjectsController(Projects projects, Registry registry, ServerSettings settings) {
        this.projects = projects;
        this.registry = registry;
        this.settings = settings;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the projects")
    ProjectList listProjects() {
        return new ProjectList(registry.projects().stream().map(this::view).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a project",
            description = "One of that name and recipe that is there already is answered as it is.")
    ProjectView createProject(@RequestBody NewProject wanted) {
        return view(registry.create(
                wanted.requireName(), wanted.requireRecipe(settings.recipes()), wanted.requirePhrase()));
    }

    @Needs(Scope.ADMIN)
    @DeleteMapping("/{project}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a project",
            description =
                    "With its recordings, versions, jobs and predictions, for good. A starter project is there again"
                            + " after the next start.")
    void deleteProject(@PathVariable String project) {
        projects.require(project);
        registry.delete(project);
    }

    @GetMapping(path = "/{project}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show a project with all its versions")
    ProjectView showProject(@PathVariable String project) {
        return view(projects.require(project));
    }

    @GetMapping(path = "/{project}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Download the live model",
            description =
                    "One ONNX file from PCM samples to calibrated probabilities, with its metadata inside. The ETag is"
                            + " its SHA-256.")
    ResponseEntity<byte[]> downloadModel(@PathVariable String project) {
        projects.require(project);
        ModelVersion live =
                registry.version(project, Alias.LIVE).orElseThrow(() -> ProblemException.noLiveModel(project));
        return ModelDownload.of(registry, live);
    }

    private ProjectView view(Project project) {
        return ProjectView.of(project, registry.aliases(project.name()), registry.versions(project.name()));
    }
}
