package dev.hearken.server.recognition;

import dev.hearken.server.Needs;
import dev.hearken.server.problems.Problem;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
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
    private final Recognition recognition;

    PredictionsController(Recognition recognition) {
        this.recognition = recognition;
    }

    @Needs(Scope.PREDICT)
    @PostMapping(
            path = "/api/v1/projects/{project}/predictions",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Classify one or many recordings", description = """
        Send each recording as a part named `file` or `files`: WAV, FLAC, Ogg Vorbis or MP3, up to 50 MB and 5 minutes.
        With many files a bad one gets a `problem` in its place and the others are answered.
        A single bad file fails the request with that problem.\
        """)
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
        List<MultipartFile> uploads = Stream.of(file, files)
                .flatMap(part -> part == null ? Stream.of() : part.stream())
                .toList();
        PredictionResults results = recognition.of(project, uploads, request.getRequestURI());
        Problem only = results.total() == 1 ? results.results().get(0).problem() : null;
        return only == null
                ? ResponseEntity.ok(results)
                : ResponseEntity.status(only.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(only);
    }
}
