package dev.hearken.server.jobs;

import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a retraining where a project's policy says so. */
@Component
final class RetrainingTrigger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainingTrigger.class);
    private static final long LOOK_EVERY_SECONDS = 10;

    /** Far enough back to find the last training among imports and judgements. */
    private static final int JOBS_LOOKED_AT = 100;

    private final Registry registry;
    private final JobQueue queue;
    private final RetrainingReasons reasons;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "trigger-retraining");
        thread.setDaemon(true);
        return thread;
    });

    RetrainingTrigger(Registry registry, JobQueue queue, RetrainingReasons reasons) {
        this.registry = registry;
        this.queue = queue;
        this.reasons = reasons;
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
        } catch (RuntimeException unforeseen) {
            LOG.atError().setCause(unforeseen).log("policies not looked at");
        }
    }

    private void look(Project project) {
        List<Job> jobs = queue.ofProject(project.name(), JOBS_LOOKED_AT, 0);
        if (jobs.stream().anyMatch(job -> !job.state().isOver())) {
            return;
        }
        // Since the last was asked for, whatever became of it: what failed once is not asked for again and again.
        Optional<Job> lastTraining =
                jobs.stream().filter(RetrainingTrigger::trains).findFirst();
        reasons.of(project, lastTraining.map(Job::createdAt)).ifPresent(reason -> {
            String settings = JsonMapper.shared().writeValueAsString(Map.of("because", reason));
            JobRequest request = JobRequest.of(JobKind.RETRAIN, project.name(), settings);
            queue.submitAfter(jobs.stream().findFirst(), request)
                    .ifPresent(job -> LOG.atInfo()
                            .addKeyValue("project", project.name())
                            .addKeyValue("because", reason)
                            .addKeyValue("job", job.id())
                            .log("retraining asked for"));
        });
    }

    private static boolean trains(Job job) {
        return job.request().kind() == JobKind.TRAIN || job.request().kind() == JobKind.RETRAIN;
    }
}
