package dev.hearken.server.aliases;

import dev.hearken.server.Needs;
import dev.hearken.server.OfProject;
import dev.hearken.server.Unguarded;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.recognition.FileResult;
import dev.hearken.server.recognition.PredictionResults;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** The reference talent judge's addresses, answered by the project {@code talent}. */
@Hidden
@RestController
@RequestMapping("/api/v1")
@OfProject(TalentAliases.PROJECT)
class TalentAliases {
    static final String PROJECT = "talent";
    private static final String GOOD = "good";
    private static final String BAD = "bad";

    private final AliasedProject aliased;
    private final Clock clock;

    TalentAliases(AliasedProject aliased, Clock clock) {
        this.aliased = aliased;
        this.clock = clock;
    }

    /** What the reference's retraining may be told. */
    record Retraining(@Nullable Integer epochs, @Nullable Integer batchSize) {
        String settingsJson() {
            Map<String, String> settings = new TreeMap<>();
            if (epochs != null) {
                settings.put("training.epochs", epochs.toString());
            }
            if (batchSize != null) {
                settings.put("training.batch_size", batchSize.toString());
            }
            return JsonMapper.shared().writeValueAsString(Map.of("settings", settings));
        }
    }

    @Unguarded
    @GetMapping("/health")
    Map<String, Object> health() {
        return Map.of("status", "healthy", "timestamp", clock.instant().toString());
    }

    @GetMapping("/model-info")
    Map<String, Object> modelInfo() {
        return aliased.modelInfo(PROJECT);
    }

    @GetMapping("/model-metrics")
    Object metrics() {
        return aliased.metrics(PROJECT);
    }

    @Needs(Scope.PREDICT)
    @PostMapping(path = "/predictions/single", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> single(MultipartHttpServletRequest request) {
        return answer(aliased.predictOne(PROJECT, request));
    }

    @Needs(Scope.PREDICT)
    @PostMapping(path = "/predictions/batch", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> batch(MultipartHttpServletRequest request) {
        PredictionResults results = aliased.predict(PROJECT, request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", results.total());
        answer.put("successful", results.total() - results.failed());
        answer.put("failed", results.failed());
        answer.put("results", results.results().stream().map(this::answer).toList());
        return answer;
    }

    @PostMapping(path = "/upload-data", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> uploadData(MultipartHttpServletRequest request, @RequestParam String label) {
        List<Map<String, Object>> files = aliased.upload(PROJECT, request, label);
        return Map.of("total", files.size(), "files", files);
    }

    @PostMapping("/retrain")
    Map<String, Object> retrain(@RequestBody(required = false) @Nullable Retraining wanted) {
        return aliased.retrain(PROJECT, wanted == null ? "{}" : wanted.settingsJson());
    }

    @GetMapping("/train-status")
    Map<String, Object> trainStatus() {
        return aliased.trainStatus(PROJECT);
    }

    /** A picture or the numbers of the clip that came last. */
    @GetMapping("/visualizations/{what}")
    ResponseEntity<Void> visualization(@PathVariable String what) {
        String features = switch (what) {
            case "mfcc" -> "features.png?kind=mfcc";
            case "spectral" -> "features.png?kind=log-mel";
            case "feature-info" -> "features?kind=mfcc";
            default ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND, "NOT_FOUND", "there are mfcc, spectral and feature-info");
        };
        int number = aliased.newestClip(PROJECT).number();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/api/v1/projects/%s/clips/%d/%s".formatted(PROJECT, number, features)))
                .build();
    }

    private Map<String, Object> answer(FileResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("filename", result.file());
        if (result.problem() != null || result.probabilities() == null) {
            answer.put(
                    "error",
                    result.problem() == null ? "UNKNOWN" : result.problem().code());
            return answer;
        }
        answer.put("label", result.label());
        answer.put("confidence", result.probability());
        answer.put("probability_good", result.probabilities().getOrDefault(GOOD, 0f));
        answer.put("probability_bad", result.probabilities().getOrDefault(BAD, 0f));
        answer.put("timestamp", clock.instant().toString());
        return answer;
    }
}
