package dev.hearken.cli.worker;

import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import dev.hearken.store.jobs.Lease.Standing;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives signs of life for a lease, on a thread of its own, until closed. */
final class Heartbeat implements AutoCloseable {
    /** Several in the time a lease lasts, and soon enough for whoever waits for a cancel. */
    private static final long EVERY_MILLIS = 2_000;

    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private final JobQueue queue;
    private final Lease lease;
    private volatile Standing standing = Standing.HELD;

    Heartbeat(JobQueue queue, Lease lease) {
        this.queue = queue;
        this.lease = lease;
        var unused = pulse.scheduleWithFixedDelay(this::beat, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How the lease stood at the last sign. */
    Standing standing() {
        return standing;
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }

    private void beat() {
        try {
            standing = queue.heartbeat(lease);
        } catch (StoreException busy) {
            // The next sign tells; the lease outlives several that fail.
        }
    }
}
