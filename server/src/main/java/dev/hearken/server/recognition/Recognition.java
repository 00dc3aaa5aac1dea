package dev.hearken.server.recognition;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.models.LiveModel;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.monitoring.SoundFigures;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Asks live models about uploaded recordings, and remembers what they answered. */
@Component
public final class Recognition {
    private final LiveModels models;
    private final AnswerLog log;
    private final ObservationRegistry observations;
    private final AudioReader reader;

    /**
     * A recording is decoded and classified without a pause, so more of them at once than processors would finish no sooner, and each
     * holds its samples in memory.
     */
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    Recognition(LiveModels models, AnswerLog log, ObservationRegistry observations, ServerSettings settings) {
        this.models = models;
        this.log = log;
        this.observations = observations;
        this.reader = settings.uploads().reader();
    }

    /** What is told of a file, and what is remembered of it if it was answered. */
    record Answered(FileResult result, Optional<Answer> answer) {}

    /** An answer, with what the recording was like. */
    record Answer(String label, double probability, long latencyMicros, double durationSeconds, SoundFigures sound) {}

    /**
     * What a project's live model says of these files, in their order.
     *
     * @param path problems name it
     * @throws ProblemException 400 {@code NO_FILE}, 404 {@code PROJECT_NOT_FOUND}, 503 {@code NO_LIVE_MODEL}
     */
    public PredictionResults of(String project, List<MultipartFile> uploads, String path) {
        try (LiveModel model = lease(project)) {
            if (uploads.isEmpty()) {
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "NO_FILE",
                        "send each recording as a multipart part named \"file\" or \"files\"");
            }
            Recogniser recogniser = new Recogniser(model, reader, processors, path);
            // One request may have all processors, if no other wants them.
            List<Answered> answers = observed(
                    "hearken.recognition",
                    project,
                    () -> uploads.parallelStream().map(recogniser::recognise).toList());
            int version = model.version().number();
            List<FileResult> results =
                    observed("hearken.answer.log", project, () -> log.remember(project, version, uploads, answers));
            return PredictionResults.of(project, version, results);
        }
    }

    private <T> T observed(String name, String project, Supplier<T> work) {
        return Observation.createNotStarted(name, observations)
                .lowCardinalityKeyValue("project", project)
                .observe(work);
    }

    private LiveModel lease(String project) {
        try {
            return models.lease(project);
        } catch (ProblemException none) {
            if (none.kind() != HearkenException.Kind.USER) {
                log.countFailure(project, none.code());
            }
            throw none;
        }
    }
}
