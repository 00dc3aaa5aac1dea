package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The record of what models answered.
 *
 * <p>One thread writes for all: whatever came while it wrote is written together next, so that many requests share the price of one commit
 * and each still knows that its answer is on the disk. An answer is acknowledged by that: whoever is told {@code true} finds it again, whatever
 * dies. Nobody waits longer than {@link #PATIENCE}: a disk that is slower than that costs answers their acknowledgement, not the requests
 * their time.
 */
public final class PredictionLog implements AutoCloseable {
    /** Hundreds of commits long; and short beside what a client waits for. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

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

    /** Keeps answers; true as soon as they are on the disk, false if they are not, or not yet. */
    public boolean append(List<LoggedPrediction> predictions) {
        Entry entry = new Entry(predictions, new CompletableFuture<>());
        if (closing || !waiting.offer(entry)) {
            return false;
        }
        try {
            return entry.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A project's answers, newest first, so many at most, after leaving out the first {@code offset}. */
    public List<LoggedPrediction> latest(String project, int limit, int offset) {
        return database.read(handle -> new PredictionTables(handle)
                .predictions("WHERE project = ? ORDER BY at_millis DESC, id LIMIT ? OFFSET ?", project, limit, offset));
    }

    /** What a version answered to clips after {@code from} and until {@code to}, newest first, so many at most. */
    public List<LoggedPrediction> latest(String project, int version, Instant from, Instant to, int limit) {
        return database.read(handle -> new PredictionTables(handle)
                .predictions(
                        "WHERE project = ? AND version = ? AND source <> 'stream' AND at_millis > ? AND at_millis <= ?"
                                + " ORDER BY at_millis DESC, id LIMIT ?",
                        project,
                        version,
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        limit));
    }

    /** What a version answered to clips first, oldest first, so many at most. */
    public List<LoggedPrediction> first(String project, int version, int limit) {
        return database.read(handle -> new PredictionTables(handle)
                .predictions(
                        "WHERE project = ? AND version = ? AND source <> 'stream' ORDER BY at_millis, id LIMIT ?",
                        project,
                        version,
                        limit));
    }

    /** How many answers a project gave. */
    public long count(String project) {
        return database.read(handle -> handle.select("SELECT count(*) FROM prediction WHERE project = ?", project)
                .mapTo(Long.class)
                .one());
    }

    /** The answer of that id. */
    public Optional<LoggedPrediction> find(String project, String id) {
        return database
                .read(handle -> new PredictionTables(handle).predictions("WHERE project = ? AND id = ?", project, id))
                .stream()
                .findFirst();
    }

    /** Keeps what a person said. */
    public void append(Feedback feedback) {
        database.change(handle -> new PredictionTables(handle).insert(feedback));
    }

    /** What people said of a project, newest first, so many at most. */
    public List<Feedback> feedback(String project, int limit) {
        return database.read(handle -> new PredictionTables(handle)
                .feedback("WHERE project = ? ORDER BY at_millis DESC, id LIMIT ?", project, limit));
    }

    /** What people said of a project from {@code from} on and before {@code to}, oldest first. */
    public List<Feedback> feedback(String project, Instant from, Instant to) {
        return database.read(handle -> new PredictionTables(handle)
                .feedback(
                        "WHERE project = ? AND at_millis >= ? AND at_millis < ? ORDER BY at_millis, id",
                        project,
                        from.toEpochMilli(),
                        to.toEpochMilli()));
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
            List<LoggedPrediction> predictions = entries.stream()
                    .flatMap(entry -> entry.predictions().stream())
                    .toList();
            database.add(handle -> new PredictionTables(handle).insert(predictions));
            entries.forEach(entry -> entry.written().complete(true));
        } catch (StoreException unwritable) {
            // One whose project is gone must not cost the others their place.
            if (unwritable.error() == StoreError.CONFLICT && entries.size() > 1) {
                entries.forEach(entry -> write(List.of(entry)));
            }
        }
    }
}
