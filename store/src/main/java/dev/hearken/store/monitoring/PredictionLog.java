package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The record of what models answered.
 *
 * <p>One thread writes for all: whatever came while it wrote is written together next, so that many requests share the price of one commit
 * and each still knows that its answer is on the disk.
 */
public final class PredictionLog implements AutoCloseable {
    private static final int AT_ONCE = 1_000;

    /** Waiting longer than this would be memory lost; who comes then is refused. */
    private static final int MOST_WAITING = 20_000;

    private final Database database;
    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "prediction-log");
    private volatile boolean closing;

    private record Entry(List<LoggedPrediction> predictions, CompletableFuture<Boolean> written) {}

    public PredictionLog(Database database) {
        this.database = database;
        writer.setDaemon(true);
        writer.start();
    }

    /** Keeps answers; returns when they are on the disk, or false if they cannot be kept. */
    public boolean append(List<LoggedPrediction> predictions) {
        Entry entry = new Entry(predictions, new CompletableFuture<>());
        return !closing && waiting.offer(entry) && entry.written().join();
    }

    /** A project's answers, newest first, so many at most, after leaving out the first {@code offset}. */
    public List<LoggedPrediction> latest(String project, int limit, int offset) {
        return database.read(handle -> handle.select(
                        "SELECT * FROM prediction WHERE project = ? ORDER BY at_millis DESC, id LIMIT ? OFFSET ?",
                        project,
                        limit,
                        offset)
                .map(PredictionLog::toPrediction)
                .list());
    }

    /** How many answers a project gave. */
    public long count(String project) {
        return database.read(handle -> handle.select("SELECT count(*) FROM prediction WHERE project = ?", project)
                .mapTo(Long.class)
                .one());
    }

    /** The answer of that id. */
    public Optional<LoggedPrediction> find(String project, String id) {
        return database.read(
                handle -> handle.select("SELECT * FROM prediction WHERE project = ? AND id = ?", project, id)
                        .map(PredictionLog::toPrediction)
                        .findOne());
    }

    /** Keeps what a person said. */
    public void append(Feedback feedback) {
        database.change(handle -> handle.execute(
                "INSERT INTO feedback (id, project, prediction, kind, label, clip, at_millis) VALUES (?, ?, ?, ?, ?, ?, ?)",
                feedback.id(),
                feedback.project(),
                feedback.prediction().orElse(null),
                feedback.kind().name(),
                feedback.label().orElse(null),
                feedback.clip().orElse(null),
                feedback.at().toEpochMilli()));
    }

    /** What people said of a project, newest first, so many at most. */
    public List<Feedback> feedback(String project, int limit) {
        return database.read(handle -> handle.select(
                        "SELECT * FROM feedback WHERE project = ? ORDER BY at_millis DESC, id LIMIT ?", project, limit)
                .map(PredictionLog::toFeedback)
                .list());
    }

    @Override
    public void close() {
        closing = true;
        writer.interrupt();
        List<Entry> rest = new ArrayList<>();
        waiting.drainTo(rest);
        rest.forEach(entry -> entry.written().complete(false));
    }

    private void write() {
        List<Entry> entries = new ArrayList<>();
        while (!closing) {
            try {
                entries.add(waiting.take());
                waiting.drainTo(entries, AT_ONCE);
                write(entries);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                entries.forEach(entry -> entry.written().complete(false));
                entries.clear();
            }
        }
    }

    private void write(List<Entry> entries) {
        try {
            database.add(handle -> insert(handle, entries));
            entries.forEach(entry -> entry.written().complete(true));
        } catch (StoreException unwritable) {
            entries.forEach(entry -> entry.written().complete(false));
        }
    }

    private static void insert(Handle handle, List<Entry> entries) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO prediction (id, project, version, source, file, label, probability, latency_micros,"
                        + " duration_seconds, at_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        entries.stream()
                .flatMap(entry -> entry.predictions().stream())
                .forEach(each -> batch.add(
                        each.id(),
                        each.project(),
                        each.version(),
                        each.source(),
                        each.file(),
                        each.label(),
                        each.probability(),
                        each.latencyMicros(),
                        each.durationSeconds(),
                        each.at().toEpochMilli()));
        batch.execute();
    }

    private static LoggedPrediction toPrediction(ResultSet row, StatementContext context) throws SQLException {
        return new LoggedPrediction(
                row.getString("id"),
                row.getString("project"),
                row.getInt("version"),
                row.getString("source"),
                row.getString("file"),
                row.getString("label"),
                row.getDouble("probability"),
                row.getLong("latency_micros"),
                row.getDouble("duration_seconds"),
                Instant.ofEpochMilli(row.getLong("at_millis")));
    }

    private static Feedback toFeedback(ResultSet row, StatementContext context) throws SQLException {
        int clip = row.getInt("clip");
        return new Feedback(
                row.getString("id"),
                row.getString("project"),
                Optional.ofNullable(row.getString("prediction")),
                Feedback.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("label")),
                clip == 0 ? Optional.empty() : Optional.of(clip),
                Instant.ofEpochMilli(row.getLong("at_millis")));
    }
}
