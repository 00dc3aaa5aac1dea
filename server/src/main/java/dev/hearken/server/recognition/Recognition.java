package dev.hearken.server.recognition;

import dev.hearken.server.models.LiveModel;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Asks live models about uploaded recordings, and remembers what they answered. */
@Component
public final class Recognition {
    private final LiveModels models;
    private final PredictionLog log;
    private final Clock clock;

    /**
     * A recording is decoded and classified without a pause, so more of them at once than processors would finish no sooner, and each
     * holds its samples in memory.
     */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    Recognition(LiveModels models, PredictionLog log, Clock clock) {
        this.models = models;
        this.log = log;
        this.clock = clock;
    }

    /** An answer with what the log keeps of it beside. */
    record Answered(FileResult result, double durationSeconds) {}

    /**
     * What a project's live model says of these files, in their order.
     *
     * @param path problems name it
     * @throws ProblemException 400 {@code NO_FILE}, 404 {@code PROJECT_NOT_FOUND}, 503 {@code NO_LIVE_MODEL}
     */
    public PredictionResults of(String project, List<MultipartFile> uploads, String path) {
        try (LiveModel model = models.lease(project)) {
            if (uploads.isEmpty()) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "NO_FILE",
                        "send each recording as a multipart part named \"file\" or \"files\"");
            }
            Recogniser recogniser = new Recogniser(model, processors, path);
            List<Answered> answers = uploads.stream().map(recogniser::recognise).toList();
            int version = model.version().number();
            return PredictionResults.of(project, version, remembered(project, version, answers));
        }
    }

    private List<FileResult> remembered(String project, int version, List<Answered> answers) {
        List<FileResult> results = new ArrayList<>(answers.size());
        List<LoggedPrediction> entries = new ArrayList<>(answers.size());
        for (Answered answer : answers) {
            FileResult result = answer.result();
            if (result.label() == null || result.probability() == null || result.latencyMillis() == null) {
                results.add(result);
                continue;
            }
            String id = UUID.randomUUID().toString();
            results.add(result.rememberedAs(id));
            entries.add(new LoggedPrediction(
                    id,
                    project,
                    version,
                    "api",
                    result.file(),
                    result.label(),
                    result.probability(),
                    Math.round(1_000 * result.latencyMillis()),
                    answer.durationSeconds(),
                    clock.instant()));
        }
        boolean kept = entries.isEmpty() || log.append(entries);
        return kept ? results : answers.stream().map(Answered::result).toList();
    }
}
