package dev.hearken.store.runs;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.runs.Run.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The record of every training: what went in, what was measured on the way, what came out. A run begins once and ends once; an ended
 * run never changes.
 */
public final class RunLog {
    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** The log in this database; each new run takes its id from {@code ids}. */
    public RunLog(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Notes that a run begins.
     *
     * @return the run's id
     * @throws StoreException {@link StoreError#CONFLICT} if its project is not there
     */
    public String start(RunInputs inputs) {
        Run run = new Run(
                ids.get().toString(),
                inputs,
                Optional.empty(),
                State.RUNNING,
                Optional.empty(),
                Optional.empty(),
                now(),
                Optional.empty());
        database.change(handle -> new RunTables(handle).insert(run));
        return run.id();
    }

    /** Notes which clips a run learns from: the digest of their frozen list, 64 hexadecimal digits. */
    public void learnFrom(String id, String dataSha256) {
        changeRunning(id, "UPDATE run SET data_sha256 = ? WHERE id = ? AND state = 'RUNNING'", dataSha256, id);
    }

    /** Notes what was measured at a step, now. Values that are not finite are left out. */
    public void measure(String id, long step, Map<String, Double> values) {
        database.change(handle -> values.forEach((key, value) -> {
            if (Double.isFinite(value)) {
                new RunTables(handle).insert(id, new RunMetric(key, step, value, now()));
            }
        }));
    }

    /** Notes a file a run made. */
    public void attach(String id, RunArtifact artifact) {
        database.change(handle -> new RunTables(handle).insert(id, artifact));
    }

    /** Notes that a run came to its end, with its measured figures: a JSON object. */
    public void finish(String id, String metricsJson) {
        end(id, State.FINISHED, metricsJson, null);
    }

    /** Notes that a run was told to stop and kept its best model, with that model's figures. */
    public void stop(String id, String metricsJson) {
        end(id, State.STOPPED, metricsJson, null);
    }

    /** Notes that a run could not go on, and why. */
    public void fail(String id, String reason) {
        end(id, State.FAILED, null, reason);
    }

    /** Keeps a run that was recorded elsewhere; false, and nothing changes, if a run of that id is here already. */
    public boolean adopt(Run run, List<RunMetric> metrics, List<RunArtifact> artifacts) {
        return database.write(handle -> {
            RunTables tables = new RunTables(handle);
            if (!tables.runs("WHERE id = ?", run.id()).isEmpty()) {
                return false;
            }
            tables.insert(run);
            metrics.forEach(metric -> tables.insert(run.id(), metric));
            artifacts.forEach(artifact -> tables.insert(run.id(), artifact));
            return true;
        });
    }

    /** The run of that id. */
    public Optional<Run> find(String id) {
        return query("WHERE id = ?", id).stream().findFirst();
    }

    /**
     * The run a user means by the first characters of its id.
     *
     * @throws StoreException {@link StoreError#NOT_FOUND} if there is none, {@link StoreError#INVALID} if there are several
     */
    public Run named(String beginning) {
        List<Run> found = query("WHERE substr(id, 1, length(?)) = ? LIMIT 2", beginning, beginning);
        if (found.isEmpty() || beginning.isEmpty()) {
            throw new StoreException(
                    StoreError.NOT_FOUND, "there is no run '" + beginning + "'; see hearken runs list");
        }
        if (found.size() > 1) {
            throw new StoreException(
                    StoreError.INVALID, "several runs begin with '" + beginning + "'; give more of its id");
        }
        return found.get(0);
    }

    /** The latest run that made the model file with these bytes. */
    public Optional<Run> madeModel(String sha256) {
        return query(
                        "WHERE id IN (SELECT run FROM run_artifact WHERE name = 'model.onnx' AND sha256 = ?)"
                                + " ORDER BY started_at_millis DESC LIMIT 1",
                        sha256)
                .stream()
                .findFirst();
    }

    /** The latest runs, newest first, at most {@code limit} of them. */
    public List<Run> latest(int limit) {
        return query("ORDER BY started_at_millis DESC, id LIMIT ?", limit);
    }

    /** The latest runs of a project, newest first, at most {@code limit} of them. */
    public List<Run> ofProject(String project, int limit) {
        return query("WHERE project = ? ORDER BY started_at_millis DESC, id LIMIT ?", project, limit);
    }

    /** The trials of a sweep, oldest first. */
    public List<Run> trials(String parent) {
        return query("WHERE parent = ? ORDER BY started_at_millis, id", parent);
    }

    /** What was measured on a run's way, by key, then step. */
    public List<RunMetric> metrics(String id) {
        return database.read(handle -> new RunTables(handle).metrics(id));
    }

    /** The files a run made, by name. */
    public List<RunArtifact> artifacts(String id) {
        return database.read(handle -> new RunTables(handle).artifacts(id));
    }

    private List<Run> query(String condition, Object... arguments) {
        return database.read(handle -> new RunTables(handle).runs(condition, arguments));
    }

    private void end(String id, State state, @Nullable String metricsJson, @Nullable String failure) {
        changeRunning(
                id,
                "UPDATE run SET state = ?, metrics = ?, failure = ?, ended_at_millis = ? WHERE id = ? AND state = 'RUNNING'",
                state.name(),
                metricsJson,
                failure,
                now().toEpochMilli(),
                id);
    }

    private void changeRunning(String id, String update, @Nullable Object... arguments) {
        if (database.write(handle -> handle.execute(update, arguments)) == 0) {
            throw new StoreException(StoreError.NOT_FOUND, "there is no running run " + id);
        }
    }

    /** The tables keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
