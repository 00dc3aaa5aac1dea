package dev.hearken.store.runs;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.runs.Run.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The record of every training. A run begins once and ends once; an ended run never changes. */
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
     * @param project an existing project, or empty for training to a file
     * @param parametersJson the resolved settings: a JSON object
     * @param dataSha256 digest of the frozen list of clips, if it is known yet
     * @return the run's id
     * @throws StoreException {@link StoreError#CONFLICT} if there is no such project
     */
    public String start(Optional<String> project, String recipe, String parametersJson, Optional<String> dataSha256) {
        String id = ids.get().toString();
        database.change(handle -> handle.execute(
                "INSERT INTO run (id, project, recipe, state, parameters, data_sha256, started_at_millis)"
                        + " VALUES (?, ?, ?, 'RUNNING', ?, ?, ?)",
                id,
                project.orElse(null),
                recipe,
                parametersJson,
                dataSha256.orElse(null),
                clock.millis()));
        return id;
    }

    /** Notes that a run came to its end, with its measured figures. */
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

    /** The run of that id. */
    public Optional<Run> find(String id) {
        return database.read(handle -> handle.select("SELECT * FROM run WHERE id = ?", id)
                .map(RunLog::run)
                .findOne());
    }

    /** The latest runs, newest first, at most {@code limit} of them. */
    public List<Run> latest(int limit) {
        return database.read(
                handle -> handle.select("SELECT * FROM run ORDER BY started_at_millis DESC, id LIMIT ?", limit)
                        .map(RunLog::run)
                        .list());
    }

    private void end(String id, State state, @Nullable String metricsJson, @Nullable String failure) {
        int ended = database.write(handle -> handle.execute(
                "UPDATE run SET state = ?, metrics = ?, failure = ?, ended_at_millis = ? WHERE id = ? AND state = 'RUNNING'",
                state.name(),
                metricsJson,
                failure,
                clock.millis(),
                id));
        if (ended == 0) {
            throw new StoreException(StoreError.NOT_FOUND, "there is no running run " + id);
        }
    }

    private static Run run(ResultSet row, StatementContext context) throws SQLException {
        long endedAtMillis = row.getLong("ended_at_millis");
        Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(endedAtMillis));
        return new Run(
                row.getString("id"),
                Optional.ofNullable(row.getString("project")),
                row.getString("recipe"),
                row.getString("parameters"),
                Optional.ofNullable(row.getString("data_sha256")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("metrics")),
                Optional.ofNullable(row.getString("failure")),
                Instant.ofEpochMilli(row.getLong("started_at_millis")),
                endedAt);
    }
}
