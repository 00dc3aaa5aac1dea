package dev.hearken.store.jobs;

import dev.hearken.store.jobs.Job.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The queue's statements, each on a {@link Handle} the caller opened; SQL that SQLite and PostgreSQL both take. */
final class JobTables {
    private static final String HELD = " WHERE id = ? AND worker = ? AND attempts = ? AND state = 'RUNNING'";

    private final Handle handle;

    JobTables(Handle handle) {
        this.handle = handle;
    }

    void insert(Job job) {
        handle.execute(
                "INSERT INTO job (id, kind, project, settings, max_attempts, max_duration_millis, state, created_at_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.request().kind().name(),
                job.request().project().orElse(null),
                job.request().settingsJson(),
                job.request().limits().maxAttempts(),
                job.request().limits().maxDuration().toMillis(),
                job.state().name(),
                job.createdAt().toEpochMilli());
    }

    List<Job> jobs(String condition, Object... arguments) {
        return handle.select("SELECT * FROM job " + condition, arguments)
                .map(JobTables::toJob)
                .list();
    }

    void begin(Job job, String worker, Instant now, Instant until) {
        handle.execute(
                "UPDATE job SET state = 'RUNNING', worker = ?, attempts = attempts + 1, started_at_millis = ?,"
                        + " lease_until_millis = ? WHERE id = ?",
                worker,
                now.toEpochMilli(),
                until.toEpochMilli(),
                job.id());
    }

    boolean prolong(Lease lease, Instant until) {
        return held("UPDATE job SET lease_until_millis = ?" + HELD, lease, until.toEpochMilli());
    }

    boolean isHeld(Lease lease) {
        return held("UPDATE job SET worker = worker" + HELD, lease);
    }

    void setProgress(String id, String json) {
        handle.execute("UPDATE job SET progress = ? WHERE id = ?", json, id);
    }

    void wantCancelled(String id) {
        handle.execute("UPDATE job SET cancel_wanted = 1 WHERE id = ?", id);
    }

    /** Back to the queue; the attempt does not count, since the job was not to blame. */
    void requeue(String id) {
        handle.execute(
                "UPDATE job SET state = 'QUEUED', worker = NULL, lease_until_millis = NULL, attempts = attempts - 1"
                        + " WHERE id = ?",
                id);
    }

    void end(String id, State state, @Nullable String resultJson, Job.@Nullable Failure failure, Instant at) {
        handle.execute(
                "UPDATE job SET state = ?, lease_until_millis = NULL, result = ?, failure_code = ?, failure = ?,"
                        + " ended_at_millis = ? WHERE id = ?",
                state.name(),
                resultJson,
                failure == null ? null : failure.code(),
                failure == null ? null : failure.reason(),
                at.toEpochMilli(),
                id);
    }

    /** Appends an event unless the job has {@code most} already. Counting in the job's own row keeps two writers apart. */
    void append(String id, JobEvent.Kind kind, String body, Instant at, long most) {
        if (handle.execute("UPDATE job SET events = events + 1 WHERE id = ? AND events < ?", id, most) == 1) {
            handle.execute(
                    "INSERT INTO job_event (job, number, kind, body, at_millis)"
                            + " SELECT id, events, ?, ?, ? FROM job WHERE id = ?",
                    kind.name(),
                    body,
                    at.toEpochMilli(),
                    id);
        }
    }

    void append(String id, State state, Instant at) {
        append(id, JobEvent.Kind.STATE, state.name().toLowerCase(Locale.ROOT), at, Long.MAX_VALUE);
    }

    List<JobEvent> events(String id, long after, int limit) {
        return handle.select(
                        "SELECT number, kind, body, at_millis FROM job_event WHERE job = ? AND number > ?"
                                + " ORDER BY number LIMIT ?",
                        id,
                        after,
                        limit)
                .map((row, context) -> new JobEvent(
                        row.getLong("number"),
                        JobEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("body"),
                        Instant.ofEpochMilli(row.getLong("at_millis"))))
                .list();
    }

    private boolean held(String update, Lease lease, Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = lease.job().id();
        all[arguments.length + 1] = lease.worker();
        all[arguments.length + 2] = lease.job().attempts();
        return handle.execute(update, all) == 1;
    }

    private static Job toJob(ResultSet row, StatementContext context) throws SQLException {
        String failureCode = row.getString("failure_code");
        return new Job(
                row.getString("id"),
                new JobRequest(
                        JobKind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("project")),
                        row.getString("settings"),
                        new JobLimits(
                                row.getInt("max_attempts"), Duration.ofMillis(row.getLong("max_duration_millis")))),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("cancel_wanted") != 0,
                Optional.ofNullable(row.getString("progress")),
                Optional.ofNullable(row.getString("result")),
                failureCode == null
                        ? Optional.empty()
                        : Optional.of(new Job.Failure(failureCode, row.getString("failure"))),
                Instant.ofEpochMilli(row.getLong("created_at_millis")),
                instant(row, "started_at_millis"),
                instant(row, "ended_at_millis"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
