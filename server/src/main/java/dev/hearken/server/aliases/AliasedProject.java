package dev.hearken.server.aliases;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.server.models.LiveModel;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.recognition.FileResult;
import dev.hearken.server.recognition.PredictionResults;
import dev.hearken.server.recognition.Recognition;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What every reference system offers, of the project that stands in for it. */
@Component
final class AliasedProject {
    private final Projects projects;
    private final LiveModels models;
    private final Recognition recognition;
    private final ProjectClips clips;
    private final JobQueue queue;

    AliasedProject(Projects projects, LiveModels models, Recognition recognition, ProjectClips clips, JobQueue queue) {
        this.projects = projects;
        this.models = models;
        this.recognition = recognition;
        this.clips = clips;
        this.queue = queue;
    }

    /** The answers to all files of a request, whatever their parts are called. */
    PredictionResults predict(String project, MultipartHttpServletRequest request) {
        return recognition.of(project, files(request), request.getRequestURI());
    }

    /** The answer to the one file of a request; a problem if there is none. */
    FileResult predictOne(String project, MultipartHttpServletRequest request) {
        FileResult result = predict(project, request).results().get(0);
        Problem problem = result.problem();
        if (problem != null) {
            throw new ProblemException(HttpStatus.valueOf(problem.status()), problem.code(), problem.detail());
        }
        return result;
    }

    /** Keeps labelled recordings; what became of each. */
    List<Map<String, Object>> upload(String project, MultipartHttpServletRequest request, String label) {
        projects.require(project);
        return files(request).stream()
                .map(file -> keep(project, file, ClipFacts.labelled(label)))
                .toList();
    }

    /** Asks for a retraining with these settings. */
    Map<String, Object> retrain(String project, String settingsJson) {
        projects.require(project);
        Job job = queue.submit(JobRequest.of(JobKind.RETRAIN, project, settingsJson));
        return Map.of("status", "started", "job", job.id());
    }

    /** How the last training stands. */
    Map<String, Object> trainStatus(String project) {
        projects.require(project);
        Optional<Job> last = queue.ofProject(project, 1, 0).stream().findFirst();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("is_training", last.filter(job -> !job.state().isOver()).isPresent());
        status.put(
                "status",
                last.map(job -> job.state().name().toLowerCase(Locale.ROOT)).orElse("never"));
        last.ifPresent(job -> status.put("job", job.id()));
        last.flatMap(Job::failure).ifPresent(failure -> status.put("error", failure.reason()));
        return status;
    }

    /** What answers. */
    Map<String, Object> modelInfo(String project) {
        try (LiveModel model = models.lease(project)) {
            ModelMetadata metadata = model.classifier().model().metadata();
            Map<String, Object> info = new LinkedHashMap<>();
            info.put("model_version", model.version().number());
            info.put("classes", metadata.labels().names());
            info.put("sample_rate", metadata.sampleRateHz());
            info.put("size_bytes", model.version().sizeBytes());
            info.put("trained_at", metadata.provenance().createdAt());
            return info;
        }
    }

    /** What it scored. */
    Object metrics(String project) {
        try (LiveModel model = models.lease(project)) {
            return model.classifier().model().metadata().metrics();
        }
    }

    /** The clip that came last. */
    ProjectClip newestClip(String project) {
        projects.require(project);
        int count = (int) clips.count(project, ClipFilter.PRESENT);
        return clips.list(project, ClipFilter.PRESENT, 1, Math.max(0, count - 1)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "NO_CLIPS", "project \"" + project + "\" has no clips yet"));
    }

    private Map<String, Object> keep(String project, MultipartFile file, ClipFacts facts) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("filename", name);
        try {
            Intake intake = clips.add(project, name.substring(name.lastIndexOf('/') + 1), file.getBytes(), facts);
            if (intake instanceof Intake.Refused refused) {
                kept.put("error", refused.reason().name());
            } else {
                kept.put("label", facts.label().orElseThrow());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return kept;
    }

    private static List<MultipartFile> files(MultipartHttpServletRequest request) {
        return request.getMultiFileMap().values().stream().flatMap(List::stream).toList();
    }
}
