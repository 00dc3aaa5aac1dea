package dev.hearken.server.models;

import dev.hearken.server.models.ProjectView.VersionView;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a project's model: told of, taken away, and made to answer. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "versions", description = "What was trained: told of, taken away, promoted, rolled back.")
class VersionsController {
    private final Projects projects;
    private final Registry registry;
    private final RunLog runs;
    private final LiveModels models;

    VersionsController(Projects projects, Registry registry, RunLog runs, LiveModels models) {
        this.projects = projects;
        this.registry = registry;
        this.runs = runs;
        this.models = models;
    }

    @GetMapping(path = "/versions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the versions, oldest first")
    List<VersionView> listVersions(@PathVariable String project) {
        projects.require(project);
        return registry.versions(project).stream().map(VersionView::of).toList();
    }

    @GetMapping(path = "/versions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show a version")
    VersionView showVersion(@PathVariable String project, @PathVariable int number) {
        return VersionView.of(require(project, number));
    }

    @GetMapping(path = "/versions/{number}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Download a version", description = "One ONNX file; its ETag is its SHA-256.")
    ResponseEntity<byte[]> downloadVersion(@PathVariable String project, @PathVariable int number) {
        return ModelDownload.of(registry, require(project, number));
    }

    @GetMapping(path = "/versions/{number}/card", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What a version says of itself",
            description = "How it was made and of what, what it scored, where it switches, on what terms.")
    CardView card(@PathVariable String project, @PathVariable int number) {
        return CardView.of(registry.load(require(project, number)));
    }

    @GetMapping(path = "/versions/{number}/report", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The report of a version's training, a page that needs no network")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(types = "string")))
    ResponseEntity<Resource> report(@PathVariable String project, @PathVariable int number) {
        return artifact(require(project, number), "report.html", MediaType.TEXT_HTML);
    }

    @GetMapping(path = "/versions/{number}/report.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The same report for programs")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(types = "object")))
    ResponseEntity<Resource> reportJson(@PathVariable String project, @PathVariable int number) {
        return artifact(require(project, number), "report.json", MediaType.APPLICATION_JSON);
    }

    @PostMapping(path = "/versions/{number}/promote", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make a version answer",
            description =
                    "From this answer on, without a request failing on the way. The one before becomes `previous`.")
    VersionView promote(@PathVariable String project, @PathVariable int number) {
        ModelVersion version = require(project, number);
        registry.promote(project, number);
        models.follow();
        return VersionView.of(version);
    }

    @PostMapping(path = "/rollback", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make the previous version answer again",
            description = "A second rollback undoes the first. 409 `NO_PREVIOUS_VERSION` if there is none.")
    VersionView rollback(@PathVariable String project) {
        projects.require(project);
        ModelVersion live = registry.rollback(project);
        models.follow();
        return VersionView.of(live);
    }

    private ResponseEntity<Resource> artifact(ModelVersion version, String name, MediaType type) {
        Path file = runs.madeModel(version.sha256()).stream()
                .flatMap(run -> runs.artifacts(run.id()).stream())
                .filter(artifact -> artifact.name().equals(name) && artifact.isWhole())
                .map(RunArtifact::file)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "NO_REPORT",
                        "version " + version.number() + " was not trained here, or without a report"));
        // What users called their clips stands in the page: it gets no say over the rest of the server.
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", "sandbox allow-scripts")
                .body(new FileSystemResource(file));
    }

    private ModelVersion require(String project, int number) {
        projects.require(project);
        return registry.version(project, number)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "VERSION_NOT_FOUND",
                        "project \"" + project + "\" has no version " + number));
    }
}
