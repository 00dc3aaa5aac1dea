package dev.hearken.server.phrases;

import dev.hearken.server.models.ModelDownload;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.registry.Registry;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference phrase service's addresses: a form starts a run, its status is asked for, its model is downloaded. */
@Hidden
@RestController
class PhraseRuns {
    private final PhraseOrders orders;
    private final JobQueue queue;
    private final Registry registry;

    PhraseRuns(PhraseOrders orders, JobQueue queue, Registry registry) {
        this.orders = orders;
        this.queue = queue;
        this.registry = registry;
    }

    /** Answers 303 to the run's status, which a browser follows. */
    @PostMapping(path = "/train", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> train(@RequestParam String phrase) {
        PhraseView started = orders.start(new NewPhrase(phrase, null, null, null));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/status/" + started.job()))
                .body(status(require(String.valueOf(started.job()))));
    }

    @GetMapping("/status/{run}")
    Map<String, Object> status(@PathVariable String run) {
        return status(require(run));
    }

    @GetMapping(path = "/download/{run}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> download(@PathVariable String run) {
        JsonNode result = require(run)
                .resultJson()
                .map(JsonMapper.shared()::readTree)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT, "RUN_NOT_FINISHED", "run \"" + run + "\" has made no model yet"));
        return registry.version(
                        result.path("project").asString(""),
                        result.path("version").asInt(0))
                .map(version -> ModelDownload.of(registry, version))
                .orElseThrow(() -> notFound(run));
    }

    private static Map<String, Object> status(Job job) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("run", job.id());
        status.put("status", job.state().name().toLowerCase(Locale.ROOT));
        job.progressJson()
                .ifPresent(
                        progress -> status.put("progress", JsonMapper.shared().readTree(progress)));
        job.failure().ifPresent(failure -> status.put("error", failure.reason()));
        if (job.resultJson().isPresent()) {
            status.put("download", "/download/" + job.id());
        }
        return status;
    }

    private Job require(String run) {
        return queue.find(run).orElseThrow(() -> notFound(run));
    }

    private static ProblemException notFound(String run) {
        return new ProblemException(HttpStatus.NOT_FOUND, "RUN_NOT_FOUND", "there is no run \"" + run + "\"");
    }
}
