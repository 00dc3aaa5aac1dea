package dev.hearken.store.runs;

import dev.hearken.store.runs.Run.State;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows behind the {@link RunLog}, within one transaction. */
final class RunTables {
    private final Handle handle;

    RunTables(Handle handle) {
        this.handle = handle;
    }

    void insert(Run run) {
        RunInputs inputs = run.inputs();
        handle.execute(
                "INSERT INTO run (id, project, recipe, state, parameters, data_sha256, metrics, failure, started_at_millis,"
                        + " ended_at_millis, parent, data_folder, protocol, command, versions, group_pattern)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                inputs.project().orElse(null),
                inputs.recipe(),
                run.state().name(),
                RunJson.text(inputs.parameters()),
                run.dataSha256().orElse(null),
                run.metricsJson().orElse(null),
                run.failure().orElse(null),
                run.startedAt().toEpochMilli(),
                run.endedAt().map(Instant::toEpochMilli).orElse(null),
                inputs.parent().orElse(null),
                inputs.dataFolder().orElse(null),
                inputs.protocol().orElse(null),
                RunJson.text(inputs.command()),
                RunJson.text(inputs.versions()),
                inputs.groupPattern().orElse(null));
    }

    /** The value of one step and moment is the last one that was noted. */
    void insert(String run, RunMetric metric) {
        handle.execute(
                "INSERT INTO run_metric (run, key, step, at_millis, value) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (run, key, step, at_millis) DO UPDATE SET value = excluded.value",
                run,
                metric.key(),
                metric.step(),
                metric.at().toEpochMilli(),
                metric.value());
    }

    void insert(String run, RunArtifact artifact) {
        handle.execute(
                "INSERT INTO run_artifact (run, name, file, sha256, size_bytes) VALUES (?, ?, ?, ?, ?)",
                run,
                artifact.name(),
                artifact.file().toString(),
                artifact.sha256(),
                artifact.sizeBytes());
    }

    /** Runs in the order and to the limit that {@code condition} says. */
    List<Run> runs(String condition, Object... arguments) {
        return handle.select("SELECT * FROM run " + condition, arguments)
                .map(RunTables::run)
                .list();
    }

    List<RunMetric> metrics(String run) {
        return handle.select("SELECT * FROM run_metric WHERE run = ? ORDER BY key, step, at_millis", run)
                .map((row, context) -> new RunMetric(
                        row.getString("key"), row.getLong("step"), row.getDouble("value"), instant(row, "at_millis")))
                .list();
    }

    List<RunArtifact> artifacts(String run) {
        return handle.select("SELECT * FROM run_artifact WHERE run = ? ORDER BY name", run)
                .map((row, context) -> new RunArtifact(
                        row.getString("name"),
                        Path.of(row.getString("file")),
                        row.getString("sha256"),
                        row.getLong("size_bytes")))
                .list();
    }

    private static Run run(ResultSet row, StatementContext context) throws SQLException {
        row.getLong("ended_at_millis");
        Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(instant(row, "ended_at_millis"));
        return new Run(
                row.getString("id"),
                new RunInputs(
                        row.getString("recipe"),
                        Optional.ofNullable(row.getString("project")),
                        Optional.ofNullable(row.getString("parent")),
                        RunJson.byName(row.getString("parameters")),
                        Optional.ofNullable(row.getString("data_folder")),
                        Optional.ofNullable(row.getString("group_pattern")),
                        Optional.ofNullable(row.getString("protocol")),
                        RunJson.words(row.getString("command")),
                        RunJson.byName(row.getString("versions"))),
                Optional.ofNullable(row.getString("data_sha256")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("metrics")),
                Optional.ofNullable(row.getString("failure")),
                instant(row, "started_at_millis"),
                endedAt);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
