package dev.hearken.server.aliases;

import dev.hearken.server.Needs;
import dev.hearken.server.OfProject;
import dev.hearken.server.recognition.FileResult;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The reference fault finder's addresses, answered by the project {@code faults}. Its {@code /health} is the server's own. */
@Hidden
@RestController
@OfProject(FaultsAliases.PROJECT)
class FaultsAliases {
    static final String PROJECT = "faults";

    private final AliasedProject aliased;

    FaultsAliases(AliasedProject aliased) {
        this.aliased = aliased;
    }

    @GetMapping("/status")
    Map<String, Object> status() {
        return aliased.trainStatus(PROJECT);
    }

    @Needs(Scope.PREDICT)
    @PostMapping(path = "/predict", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> predict(MultipartHttpServletRequest request) {
        FileResult result = aliased.predictOne(PROJECT, request);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("label", result.label());
        answer.put("confidence", result.probability());
        answer.put("distribution", result.probabilities());
        return answer;
    }

    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> upload(MultipartHttpServletRequest request, @RequestParam String label) {
        return Map.of("files", aliased.upload(PROJECT, request, label));
    }

    @PostMapping("/retrain")
    Map<String, Object> retrain() {
        return aliased.retrain(PROJECT, "{}");
    }
}
