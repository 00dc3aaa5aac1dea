package dev.hearken.cli.worker;

import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * What work is done under.
 *
 * @param queue hears of it
 * @param lease the right to do it
 * @param stop whether it should end early
 */
record JobContext(JobQueue queue, Lease lease, BooleanSupplier stop) {
    Job job() {
        return lease.job();
    }

    /** A line for whoever follows the job. */
    void say(String line) {
        queue.log(lease, line);
    }

    /** How far the work is. */
    void progress(Map<String, ?> figures) {
        queue.progress(lease, JsonMapper.shared().writeValueAsString(figures));
    }

    /**
     * Goes on only if nobody wants the work to end.
     *
     * @throws CancellationException if somebody does
     */
    void requireWanted() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("the job is to end");
        }
    }
}
