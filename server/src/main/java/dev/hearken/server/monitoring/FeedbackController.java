package dev.hearken.server.monitoring;

import dev.hearken.server.Needs;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.problems.Statuses;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.monitoring.Feedback;
import dev.hearken.store.monitoring.PredictionLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What people say of answers; with a recording and their consent, something to learn from. */
@RestController
@RequestMapping("/api/v1/projects/{project}/feedback")
@Tag(name = "predictions")
class FeedbackController {
    private static final int SHOWN = 200;

    private final Projects projects;
    private final ProjectClips clips;
    private final PredictionLog log;
    private final Clock clock;

    FeedbackController(Projects projects, ProjectClips clips, PredictionLog log, Clock clock) {
        this.projects = projects;
        this.clips = clips;
        this.log = log;
        this.clock = clock;
    }

    /** Feedback as the API shows it. */
    @Schema(name = "Feedback")
    record FeedbackView(
            String id,

            @Schema(allowableValues = {"label", "miss", "false_alarm"})
            String kind,

            @Nullable String prediction,
            @Nullable String label,

            @Schema(description = "The number of the recording that was kept.") @Nullable
            Integer clip,

            Instant at) {
        static FeedbackView of(Feedback feedback) {
            return new FeedbackView(
                    feedback.id(),
                    feedback.kind().name().toLowerCase(Locale.ROOT),
                    feedback.prediction().orElse(null),
                    feedback.label().orElse(null),
                    feedback.clip().orElse(null),
                    feedback.at());
        }
    }

    @Needs(Scope.PREDICT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say what would have been right", description = """
        `label`: another label is right. `miss`: nothing was heard where there was something. `false_alarm`: something was heard
        where there was nothing. A recording sent as `file` is kept among the project's clips only with `consent=true`.\
        """)
    FeedbackView giveFeedback(
            @PathVariable String project,
            @RequestParam String kind,
            @RequestParam Optional<String> label,
            @RequestParam Optional<String> prediction,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file) {
        projects.require(project);
        Feedback.Kind wrong = parse(kind);
        if (wrong != Feedback.Kind.FALSE_ALARM && label.isEmpty()) {
            throw invalid("INVALID", "name the label that is right");
        }
        prediction.filter(id -> log.find(project, id).isEmpty()).ifPresent(id -> {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "PREDICTION_NOT_FOUND", "there is no prediction \"" + id + "\"");
        });
        Optional<Integer> clip = file == null ? Optional.empty() : Optional.of(keep(project, file, label, consent));
        Feedback feedback =
                new Feedback(UUID.randomUUID().toString(), project, prediction, wrong, label, clip, clock.instant());
        log.append(feedback);
        return FeedbackView.of(feedback);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What people said, newest first")
    List<FeedbackView> listFeedback(@PathVariable String project) {
        projects.require(project);
        return log.feedback(project, SHOWN).stream().map(FeedbackView::of).toList();
    }

    private int keep(String project, MultipartFile file, Optional<String> label, boolean consent) {
        if (!consent) {
            throw invalid("NO_CONSENT", "a recording is kept only with consent=true; send the feedback without it");
        }
        ClipFacts facts = new ClipFacts(label, Optional.empty(), Optional.of("feedback"), Optional.empty());
        try {
            Intake intake = clips.add(project, "feedback", file.getBytes(), facts);
            if (intake instanceof Intake.Refused refused) {
                throw new ProblemException(
                        Statuses.of(refused.reason()), refused.reason().name(), refused.detail());
            }
            return intake instanceof Intake.Added added
                    ? added.clip().number()
                    : ((Intake.Duplicate) intake).clip().number();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    HttpStatus.INTERNAL_SERVER_ERROR, "UNREADABLE", "the upload could not be read back");
        }
    }

    private static Feedback.Kind parse(String word) {
        for (Feedback.Kind kind : Feedback.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw invalid("INVALID", "kind is label, miss or false_alarm, got \"" + word + "\"");
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}
