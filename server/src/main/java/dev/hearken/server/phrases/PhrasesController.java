package dev.hearken.server.phrases;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.registry.Project;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A typed phrase in, a detector out. */
@RestController
@RequestMapping(path = "/api/v1/phrases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "phrases", description = "A typed phrase in, a detector out.")
class PhrasesController {
    private final PhraseOrders orders;
    private final Projects projects;
    private final ServerSettings settings;

    PhrasesController(PhraseOrders orders, Projects projects, ServerSettings settings) {
        this.orders = orders;
        this.projects = projects;
        this.settings = settings;
    }

    /** A phrase that is thought about. */
    @Schema(name = "PhraseIdea")
    record Idea(@Schema(example = "hey computer") @Nullable String phrase) {}

    /** What to expect of a detector for it. */
    record Advice(@JsonValue @JsonRawValue String json) {}

    @PostMapping(path = "/advice", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What to expect of a detector for a phrase",
            description = "Its pronunciations, what it will be taken for, what stands against it, better variants."
                    + " Nothing is trained or kept; takes a few seconds.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(types = "object")))
    Advice advise(@RequestBody Idea idea) {
        return new Advice(settings.speech().advise(new NewPhrase(idea.phrase(), null, null, null).requirePhrase()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a detector of a typed phrase",
            description = "Voices say it, a network learns it, its misses and false alarms are measured; minutes."
                    + " Recordings in its project are learned from too: those labelled with the phrase as the phrase,"
                    + " all others as what it is not.")
    PhraseView startPhrase(@RequestBody NewPhrase wanted) {
        return orders.start(wanted);
    }

    @GetMapping
    @Operation(summary = "List the typed phrases")
    List<PhraseView> listPhrases() {
        return orders.all();
    }

    @GetMapping("/{project}")
    @Operation(
            summary = "Show a typed phrase",
            description = "Its detector is downloaded as every project's: `GET /api/v1/projects/{project}/model`.")
    PhraseView showPhrase(@PathVariable String project) {
        Project asked = projects.require(project);
        if (asked.phrase().isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "PHRASE_NOT_FOUND", "project \"" + project + "\" is of no typed phrase");
        }
        return orders.view(asked);
    }
}
