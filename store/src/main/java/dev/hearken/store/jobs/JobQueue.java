package dev.hearken.store.jobs;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.Lease.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Work in the order it was asked for, for any number of workers in any number of processes.
 *
 * <p>A worker takes a job under a {@link Lease} and gives signs of life; if they stop, the job is taken again, up to its limit of attempts.
 * Two workers never hold the same job: what one tells under a lease that ran out is not heard any more.
 */
public final class JobQueue {
    /** How long a worker may be silent: many signs of life, and a slow disk between them. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** More than a training says; a worker that runs wild fills no disk. */
    private static final long MOST_EVENTS = 20_000;

    private static final int LONGEST_LINE = 2_000;

    private static final String WAITING =
            "WHERE state = 'QUEUED' OR (state = 'RUNNING' AND lease_until_millis < ?) ORDER BY created_at_millis, id LIMIT 1";

    private static final String NEWEST = "WHERE project = ? ORDER BY created_at_millis DESC, id LIMIT 1";

    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** The queue in this database; each new job takes its id from {@code ids}. */
    public JobQueue(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Asks for work.
     *
     * @throws StoreException {@link StoreError#CONFLICT} if its project is not there
     */
    public Job submit(JobRequest request) {
        Job job = queued(request);
        database.change(handle -> {
            JobTables tables = new JobTables(handle);
            tables.insert(job);
            tables.append(job.id(), State.QUEUED, now());
        });
        return job;
    }

    /**
     * Asks for work unless more was asked for meanwhile: of several servers that see the same reason, one is heard.
     *
     * @param last the project's newest job when the reason was seen, if it had one
     * @return the job; empty if there is a newer one by now
     */
    public Optional<Job> submitAfter(Optional<Job> last, JobRequest request) {
        Job job = queued(request);
        return database.write(handle -> {
            JobTables tables = new JobTables(handle);
            Optional<String> newest = tables.jobs(NEWEST, request.project().orElse("")).stream()
                    .map(Job::id)
                    .findFirst();
            if (!newest.equals(last.map(Job::id))) {
                return Optional.empty();
            }
            tables.insert(job);
            tables.append(job.id(), State.QUEUED, now());
            return Optional.of(job);
        });
    }

    /** Takes the oldest job that waits for a worker, or whose worker fell silent; empty if there is none. */
    public Optional<Lease> take(String worker) {
        // A look that needs no lock, since workers ask every second and there is seldom work.
        while (!database.read(this::waiting).isEmpty()) {
            Optional<Lease> taken = database.write(handle -> take(handle, worker));
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /** A sign of life: the lease lasts {@link #LEASE} from now, if it is still held. */
    public Standing heartbeat(Lease lease) {
        return database.write(handle -> {
            if (!new JobTables(handle).prolong(lease, now().plus(LEASE))) {
                return Standing.LOST;
            }
            Job job = require(handle, lease.job().id());
            Instant latest =
                    job.startedAt().orElseThrow().plus(job.request().limits().maxDuration());
            return job.cancelWanted()
                    ? Standing.CANCEL_WANTED
                    : now().isAfter(latest) ? Standing.TIME_UP : Standing.HELD;
        });
    }

    /** Tells how far a job is: a JSON object. */
    public void progress(Lease lease, String json) {
        tell(lease, tables -> {
            tables.setProgress(lease.job().id(), json);
            tables.append(lease.job().id(), JobEvent.Kind.PROGRESS, json, now(), MOST_EVENTS);
        });
    }

    /** Keeps a line of what a job says. */
    public void log(Lease lease, String line) {
        String kept = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
        tell(lease, tables -> tables.append(lease.job().id(), JobEvent.Kind.LOG, kept, now(), MOST_EVENTS));
    }

    /** The job was done; false if the lease was lost, and nothing changes. */
    public boolean succeed(Lease lease, String resultJson) {
        return end(lease, State.SUCCEEDED, resultJson, null);
    }

    /** The job cannot be done; false if the lease was lost, and nothing changes. */
    public boolean fail(Lease lease, Failure failure) {
        return end(lease, State.FAILED, null, failure);
    }

    /** The job was ended because somebody wished so; false if the lease was lost, and nothing changes. */
    public boolean acknowledgeCancel(Lease lease) {
        return end(lease, State.CANCELLED, null, null);
    }

    /** Gives the job back to the queue, since the worker has to go; the attempt does not count. */
    public void giveBack(Lease lease) {
        tell(lease, tables -> {
            tables.requeue(lease.job().id());
            tables.append(lease.job().id(), State.QUEUED, now());
        });
    }

    /**
     * Asks to end a job: at once if it waits, as soon as its worker hears of it if it runs. Nothing happens if it is over.
     *
     * @throws StoreException {@link StoreError#NOT_FOUND}
     */
    public Job cancel(String id) {
        return database.write(handle -> {
            JobTables tables = new JobTables(handle);
            Job job = require(handle, id);
            if (job.state() == State.QUEUED) {
                end(tables, id, State.CANCELLED, null, null);
            } else if (job.state() == State.RUNNING) {
                tables.wantCancelled(id);
            }
            return require(handle, id);
        });
    }

    /** The job of that id. */
    public Optional<Job> find(String id) {
        return database.read(handle -> new JobTables(handle).jobs("WHERE id = ?", id)).stream()
                .findFirst();
    }

    /** How many jobs stand like this. */
    public long count(State state) {
        return database.read(handle -> handle.select("SELECT count(*) FROM job WHERE state = ?", state.name())
                .mapTo(Long.class)
                .one());
    }

    /** A project's jobs, newest first, so many at most, after leaving out the first {@code offset}. */
    public List<Job> ofProject(String project, int limit, int offset) {
        return database.read(handle -> new JobTables(handle)
                .jobs(
                        "WHERE project = ? ORDER BY created_at_millis DESC, id LIMIT ? OFFSET ?",
                        project,
                        limit,
                        offset));
    }

    /** What happened to a job after the event of that number, oldest first, so many at most. */
    public List<JobEvent> events(String id, long after, int limit) {
        return database.read(handle -> new JobTables(handle).events(id, after, limit));
    }

    private Job queued(JobRequest request) {
        return new Job(
                ids.get().toString(),
                request,
                State.QUEUED,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Lease> take(Handle handle, String worker) {
        JobTables tables = new JobTables(handle);
        Optional<Job> found = waiting(handle).stream().findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Job job = found.get();
        if (job.cancelWanted()) {
            end(tables, job.id(), State.CANCELLED, null, null);
            return Optional.empty();
        }
        if (job.attempts() >= job.request().limits().maxAttempts()) {
            String reason = "its worker died %d times; the worker's log may tell why".formatted(job.attempts());
            end(tables, job.id(), State.FAILED, null, new Failure("WORKER_DIED", reason));
            return Optional.empty();
        }
        tables.begin(job, worker, now(), now().plus(LEASE));
        tables.append(job.id(), State.RUNNING, now());
        return Optional.of(new Lease(require(handle, job.id()), worker));
    }

    private List<Job> waiting(Handle handle) {
        return new JobTables(handle).jobs(WAITING, now().toEpochMilli());
    }

    private boolean end(Lease lease, State state, @Nullable String resultJson, @Nullable Failure failure) {
        return tell(lease, tables -> end(tables, lease.job().id(), state, resultJson, failure));
    }

    private void end(JobTables tables, String id, State state, @Nullable String resultJson, @Nullable Failure failure) {
        tables.end(id, state, resultJson, failure, now());
        tables.append(id, state, now());
    }

    /** Changes something about a job if the lease still holds. */
    private boolean tell(Lease lease, Consumer<JobTables> change) {
        return database.write(handle -> {
            JobTables tables = new JobTables(handle);
            boolean held = tables.isHeld(lease);
            if (held) {
                change.accept(tables);
            }
            return held;
        });
    }

    private static Job require(Handle handle, String id) {
        return new JobTables(handle)
                .jobs("WHERE id = ?", id).stream()
                        .findFirst()
                        .orElseThrow(() -> new StoreException(StoreError.NOT_FOUND, "there is no job " + id));
    }

    /** The tables keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
