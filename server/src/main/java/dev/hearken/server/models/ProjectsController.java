package dev.hearken.server.models;

import dev.hearken.core.model.ModelFile;
import dev.hearken.server.models.ProjectView.ProjectList;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What projects there are, and their models to take away. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects", description = "What can be asked, and the models that answer.")
class ProjectsController {
    private final Registry registry;

    ProjectsController(Registry registry) {
        this.registry = registry;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the projects")
    ProjectList list() {
        return new ProjectList(registry.projects().stream().map(this::view).toList());
    }

    @GetMapping(path = "/{project}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show a project with all its versions")
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such project.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ProjectView show(@PathVariable String project) {
        return view(require(project));
    }

    @GetMapping(path = "/{project}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Download the live model",
            description =
                    "One ONNX file from PCM samples to calibrated probabilities, with its metadata inside. The ETag is its SHA-256.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such project.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The project has no live model.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ResponseEntity<byte[]> model(@PathVariable String project) {
        require(project);
        ModelVersion live =
                registry.version(project, Alias.LIVE).orElseThrow(() -> ProblemException.noLiveModel(project));
        ModelFile model = registry.load(live);
        return ResponseEntity.ok()
                .eTag(live.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(project + "-" + live.number() + ".onnx")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(model.toBytes());
    }

    private Project require(String project) {
        return registry.project(project).orElseThrow(() -> ProblemException.noProject(project));
    }

    private ProjectView view(Project project) {
        return ProjectView.of(project, registry.aliases(project.name()), registry.versions(project.name()));
    }
}
