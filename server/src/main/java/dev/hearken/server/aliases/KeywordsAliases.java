package dev.hearken.server.aliases;

import dev.hearken.server.Needs;
import dev.hearken.server.OfProject;
import dev.hearken.server.recognition.FileResult;
import dev.hearken.server.recognition.PredictionResults;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The reference keyword spotter's addresses, answered by the project {@code keywords}. */
@Hidden
@RestController
@RequestMapping("/api")
@OfProject(KeywordsAliases.PROJECT)
class KeywordsAliases {
    static final String PROJECT = "keywords";
    private static final double NANOS = 1e9;

    private final AliasedProject aliased;
    private final Clock clock;

    KeywordsAliases(AliasedProject aliased, Clock clock) {
        this.aliased = aliased;
        this.clock = clock;
    }

    @Needs(Scope.PREDICT)
    @PostMapping(path = "/predict", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> predict(MultipartHttpServletRequest request) {
        return answer(aliased.predictOne(PROJECT, request));
    }

    @Needs(Scope.PREDICT)
    @PostMapping(path = "/batch-predict", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> batchPredict(MultipartHttpServletRequest request) {
        long start = System.nanoTime();
        PredictionResults results = aliased.predict(PROJECT, request);
        List<Map<String, Object>> answers =
                results.results().stream().map(this::answer).toList();
        return Map.of(
                "results",
                answers,
                "total_files",
                results.total(),
                "total_processing_time",
                (System.nanoTime() - start) / NANOS);
    }

    @GetMapping("/metrics")
    Object metrics() {
        return aliased.metrics(PROJECT);
    }

    @GetMapping("/model-info")
    Map<String, Object> modelInfo() {
        return aliased.modelInfo(PROJECT);
    }

    private Map<String, Object> answer(FileResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("filename", result.file());
        if (result.problem() != null) {
            answer.put("error", result.problem().code());
            return answer;
        }
        answer.put("keyword", result.label());
        answer.put("confidence", result.probability());
        answer.put("processing_time", result.latencyMillis() == null ? 0 : result.latencyMillis() / 1_000);
        answer.put("model_version", String.valueOf(result.modelVersion()));
        answer.put("timestamp", clock.instant().toString());
        return answer;
    }
}
