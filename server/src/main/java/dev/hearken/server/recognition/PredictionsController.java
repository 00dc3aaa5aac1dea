package dev.hearken.server.recognition;

import dev.hearken.server.models.LiveModel;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Asks a project's live model about uploaded recordings. */
@RestController
@Tag(name = "predictions", description = "Ask a model about recordings.")
class PredictionsController {
    private final LiveModels models;

    /**
     * A recording is decoded and classified without a pause, so more of them at once than processors would finish no sooner, and each
     * holds its samples in memory.
     */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    PredictionsController(LiveModels models) {
        this.models = models;
    }

    @PostMapping(
            path = "/api/v1/projects/{project}/predictions",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Classify one or many recordings", description = """
                    Send each recording as a part named `file` or `files`: WAV, FLAC, Ogg Vorbis or MP3, up to 50 MB and 5 minutes.
                    With many files a bad one gets a `problem` in its place and the others are answered.
                    A single bad file fails the request with that problem.""")
    @ApiResponse(
            responseCode = "200",
            description = "An answer or a problem for each file, in the order sent.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PredictionResults.class)))
    ResponseEntity<Object> predict(
            @Parameter(example = "digits") @PathVariable String project,
            @RequestPart(name = "file", required = false) List<MultipartFile> file,
            @RequestPart(name = "files", required = false) List<MultipartFile> files,
            HttpServletRequest request) {
        try (LiveModel model = models.lease(project)) {
            List<MultipartFile> uploads = Stream.of(file, files)
                    .flatMap(part -> part == null ? Stream.of() : part.stream())
                    .toList();
            if (uploads.isEmpty()) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "NO_FILE",
                        "send each recording as a multipart part named \"file\" or \"files\"");
            }
            Recogniser recogniser = new Recogniser(model, processors, request.getRequestURI());
            List<FileResult> results =
                    uploads.stream().map(recogniser::recognise).toList();
            Problem only = results.size() == 1 ? results.get(0).problem() : null;
            if (only != null) {
                return ResponseEntity.status(only.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(only);
            }
            return ResponseEntity.ok(
                    PredictionResults.of(project, model.version().number(), results));
        }
    }
}
