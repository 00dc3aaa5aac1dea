package dev.hearken.server.jobs;

import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks for a retraining where a project's policy says so: after so many new labelled clips. */
@Component
final class RetrainingTrigger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainingTrigger.class);
    private static final long LOOK_EVERY_SECONDS = 10;

    private final Registry registry;
    private final ProjectClips clips;
    private final JobQueue queue;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "trigger-retraining");
        thread.setDaemon(true);
        return thread;
    });

    RetrainingTrigger(Registry registry, ProjectClips clips, JobQueue queue) {
        this.registry = registry;
        this.clips = clips;
        this.queue = queue;
        var unused =
                lookout.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        lookout.shutdownNow();
    }

    private void look() {
        try {
            registry.projects().forEach(this::look);
        } catch (StoreException busy) {
            LOG.atWarn().addKeyValue("code", busy.code()).log("policies not looked at");
        }
    }

    private void look(Project project) {
        OptionalInt wanted = registry.policy(project.name()).retrainAfterClips();
        Optional<Job> last = queue.ofProject(project.name(), 1, 0).stream().findFirst();
        if (wanted.isEmpty() || last.filter(job -> !job.state().isOver()).isPresent()) {
            return;
        }
        // Since the last was asked for, whatever became of it: what failed once is not asked for again and again.
        long fresh = clips.countLabelledSince(
                project.name(), last.map(Job::createdAt).orElse(Instant.EPOCH));
        if (fresh >= wanted.getAsInt()) {
            Job job = queue.submit(JobRequest.of(JobKind.RETRAIN, project.name(), "{}"));
            LOG.atInfo()
                    .addKeyValue("project", project.name())
                    .addKeyValue("clips", fresh)
                    .addKeyValue("job", job.id())
                    .log("retraining asked for");
        }
    }
}
