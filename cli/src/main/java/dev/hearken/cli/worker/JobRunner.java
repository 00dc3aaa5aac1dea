package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import dev.hearken.store.jobs.Lease.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Does one job, and sees that it ends in the queue as it ended here. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobQueue queue;
    private final Map<JobKind, JobWork> works;
    private final BooleanSupplier leaving;

    /** A runner of these kinds of work; when it is {@code leaving}, a job under way is given back. */
    JobRunner(JobQueue queue, Map<JobKind, JobWork> works, BooleanSupplier leaving) {
        this.queue = queue;
        this.works = Map.copyOf(works);
        this.leaving = leaving;
    }

    /** @throws OutOfMemoryError after the job has failed for it: this process should not go on */
    void run(Lease lease) {
        try (Heartbeat heartbeat = new Heartbeat(queue, lease)) {
            JobContext context =
                    new JobContext(queue, lease, () -> leaving.getAsBoolean() || heartbeat.standing() != Standing.HELD);
            try {
                JobWork work = works.get(lease.job().request().kind());
                if (work == null) {
                    throw HearkenException.user("JOB_UNKNOWN", "this release knows no such work; update the worker");
                }
                queue.succeed(lease, JsonMapper.shared().writeValueAsString(work.run(context)));
            } catch (CancellationException ended) {
                settle(lease, heartbeat.standing());
            } catch (HearkenException named) {
                if (context.stop().getAsBoolean()) {
                    settle(lease, heartbeat.standing());
                } else {
                    fail(lease, named.code(), String.valueOf(named.getMessage()), named);
                }
            } catch (IOException | UncheckedIOException failure) {
                fail(lease, code(failure), "a file could not be read or written: " + failure.getMessage(), failure);
            } catch (OutOfMemoryError full) {
                fail(
                        lease,
                        "OUT_OF_MEMORY",
                        "the clips and the network need more memory than Java may use (-Xmx)",
                        full);
                throw full;
            } catch (LinkageError missing) {
                fail(lease, "NATIVE_LIBRARY_MISSING", "a library cannot be loaded: " + missing.getMessage(), missing);
            } catch (RuntimeException unforeseen) {
                fail(lease, "INTERNAL", "something went wrong here; the worker's log has it", unforeseen);
            }
        }
    }

    private void settle(Lease lease, Standing standing) {
        switch (standing) {
            case CANCEL_WANTED -> queue.acknowledgeCancel(lease);
            case TIME_UP -> queue.fail(lease, new Failure("TIME_LIMIT", "it took longer than it may"));
            case HELD -> queue.giveBack(lease);
            case LOST -> LOG.atWarn().addKeyValue("job", lease.job().id()).log("job lost");
        }
    }

    private void fail(Lease lease, String code, String reason, Throwable cause) {
        LOG.atError()
                .setCause(cause)
                .addKeyValue("job", lease.job().id())
                .addKeyValue("code", code)
                .log("job failed");
        queue.fail(lease, new Failure(code, reason));
    }

    private static String code(Exception failure) {
        boolean full = String.valueOf(failure.getMessage()).contains("No space left");
        return full ? "DISK_FULL" : "FILE_UNUSABLE";
    }
}
