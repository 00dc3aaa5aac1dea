package dev.hearken.server.clips;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.clips.ClipView.ClipPage;
import dev.hearken.server.clips.UploadedClip.UploadResult;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ClipChange;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The recordings of a project: in, listed, relabelled, out and back. */
@RestController
@RequestMapping("/api/v1/projects/{project}/clips")
@Tag(name = "clips", description = "The recordings of a project.")
class ClipsController {
    private final Projects projects;
    private final ProjectClips clips;
    private final ServerSettings settings;

    ClipsController(Projects projects, ProjectClips clips, ServerSettings settings) {
        this.projects = projects;
        this.clips = clips;
        this.settings = settings;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Bring recordings", description = """
        Send each recording, or a zip archive of them, as a part named `file` or `files`. The folders in a file's name tell its
        label and speaker, `yes/1.wav` or `yes/ann/1.wav`, unless `label` or `speaker` are told for all.
        Each file is checked as it comes; one that is no recording, or is there already, gets a `problem` in its place.\
        """)
    @ApiResponse(
            responseCode = "200",
            description = "A clip or a problem for each file, in the order sent.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = UploadResult.class)))
    ResponseEntity<Object> uploadClips(
            @PathVariable String project,
            @RequestPart(name = "file", required = false) @Nullable List<MultipartFile> file,
            @RequestPart(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam Optional<String> label,
            @RequestParam Optional<String> speaker,
            @RequestParam Optional<String> source,
            @RequestParam Optional<String> licence,
            HttpServletRequest request) {
        projects.require(project);
        List<MultipartFile> uploads = Stream.of(Optional.ofNullable(file), Optional.ofNullable(files))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .toList();
        ClipUpload.requireSome(uploads);
        ClipFacts told = new ClipFacts(label, speaker, source, licence);
        ClipUpload upload = new ClipUpload(clips, project, told, request.getRequestURI(), settings.uploads());
        uploads.forEach(upload::take);
        Problem only = upload.results().size() == 1 ? upload.results().get(0).problem() : null;
        return only == null
                ? ResponseEntity.ok(UploadResult.of(upload.results()))
                : ResponseEntity.status(only.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(only);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List recordings, by number")
    ClipPage listClips(@PathVariable String project, @ParameterObject ClipQuery query) {
        projects.require(project);
        ClipFilter filter = query.filter();
        return new ClipPage(
                clips.count(project, filter),
                query.from(),
                clips.list(project, filter, query.most(), query.from()).stream()
                        .map(ClipView::of)
                        .toList());
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Show a recording")
    ClipView showClip(@PathVariable String project, @PathVariable int number) {
        return clips.find(project, number)
                .map(ClipView::of)
                .orElseThrow(() -> ProblemException.noClip(project, number));
    }

    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Relabel, exclude, delete or take back recordings",
            description = "All of them are changed, or none. The recordings themselves never change.")
    List<ClipView> editClips(@PathVariable String project, @RequestBody ClipEdit edit) {
        projects.require(project);
        return clips.change(project, edit.numbers(), edit.change()).stream()
                .map(ClipView::of)
                .toList();
    }

    @DeleteMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Delete a recording", description = "`PATCH` with `deleted: false` takes it back.")
    ClipView deleteClip(@PathVariable String project, @PathVariable int number) {
        showClip(project, number);
        ClipChange deletion = new ClipChange(ClipFacts.NONE, Optional.empty(), Optional.of(true));
        return ClipView.of(clips.change(project, List.of(number), deletion).get(0));
    }
}
