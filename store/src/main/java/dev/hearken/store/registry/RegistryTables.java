package dev.hearken.store.registry;

import dev.hearken.core.task.LabelSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry's statements, each on a {@link Handle} the caller opened; SQL that SQLite and PostgreSQL both take. */
final class RegistryTables {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROJECT = "SELECT name, recipe, phrase, created_at_millis FROM project ";
    private static final String VERSION =
            "SELECT v.project, v.number, v.sha256, v.size_bytes, v.origin, v.summary, v.created_at_millis FROM"
                    + " model_version v ";

    private static final String UNDER_ALIAS =
            VERSION + "JOIN model_alias a ON a.project = v.project AND a.number = v.number ";

    private final Handle handle;

    RegistryTables(Handle handle) {
        this.handle = handle;
    }

    void insert(Project project) {
        handle.execute(
                "INSERT INTO project (name, recipe, phrase, created_at_millis) VALUES (?, ?, ?, ?)",
                project.name(),
                project.recipe(),
                project.phrase().orElse(null),
                project.createdAt().toEpochMilli());
    }

    Optional<Project> project(String name) {
        return handle.select(PROJECT + "WHERE name = ?", name)
                .map(RegistryTables::toProject)
                .findOne();
    }

    List<Project> projects() {
        return handle.select(PROJECT + "ORDER BY name")
                .map(RegistryTables::toProject)
                .list();
    }

    /** Deletes what refers to a project, then the project. Tokens for it alone are not for another of its name. */
    void delete(String project, Instant now) {
        handle.execute(
                "UPDATE api_token SET revoked_at_millis = ? WHERE project = ? AND revoked_at_millis IS NULL",
                now.toEpochMilli(),
                project);
        handle.execute("DELETE FROM job_event WHERE job IN (SELECT id FROM job WHERE project = ?)", project);
        handle.execute("DELETE FROM alert_notice WHERE alert IN (SELECT id FROM alert WHERE project = ?)", project);
        for (String table : List.of(
                "watch",
                "alert",
                "feedback",
                "prediction",
                "tally",
                "drift_reference",
                "job",
                "project_clip",
                "model_alias",
                "model_version")) {
            handle.execute("DELETE FROM " + table + " WHERE project = ?", project);
        }
        handle.execute("UPDATE run SET project = NULL WHERE project = ?", project);
        handle.execute("DELETE FROM project WHERE name = ?", project);
    }

    Policy policy(String project) {
        return handle.select(
                        "SELECT auto_promote, retrain_after_clips, retrain_on_drift, retrain_every_days FROM project WHERE name = ?",
                        project)
                .map((row, context) -> new Policy(
                        row.getInt("auto_promote") != 0,
                        whole(row, "retrain_after_clips"),
                        fraction(row, "retrain_on_drift"),
                        whole(row, "retrain_every_days")))
                .one();
    }

    void set(String project, Policy policy) {
        handle.execute(
                "UPDATE project SET auto_promote = ?, retrain_after_clips = ?, retrain_on_drift = ?, retrain_every_days = ?"
                        + " WHERE name = ?",
                policy.autoPromote() ? 1 : 0,
                orNull(policy.retrainAfterClips()),
                policy.retrainOnDrift().isPresent() ? policy.retrainOnDrift().getAsDouble() : null,
                orNull(policy.retrainEveryDays()),
                project);
    }

    void insert(ModelVersion version) {
        handle.execute(
                "INSERT INTO model_version (project, number, sha256, size_bytes, origin, summary, created_at_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                version.project(),
                version.number(),
                version.sha256(),
                version.sizeBytes(),
                version.origin().name(),
                toJson(version.summary()),
                version.createdAt().toEpochMilli());
    }

    int nextNumber(String project) {
        return handle.select("SELECT coalesce(max(number), 0) + 1 FROM model_version WHERE project = ?", project)
                .mapTo(Integer.class)
                .one();
    }

    List<ModelVersion> versions(String project) {
        return handle.select(VERSION + "WHERE v.project = ? ORDER BY v.number", project)
                .map(RegistryTables::toVersion)
                .list();
    }

    Optional<ModelVersion> version(String project, int number) {
        return handle.select(VERSION + "WHERE v.project = ? AND v.number = ?", project, number)
                .map(RegistryTables::toVersion)
                .findOne();
    }

    Optional<ModelVersion> version(String project, String sha256) {
        return handle.select(VERSION + "WHERE v.project = ? AND v.sha256 = ?", project, sha256)
                .map(RegistryTables::toVersion)
                .findOne();
    }

    Optional<ModelVersion> version(String project, Alias alias) {
        return handle.select(UNDER_ALIAS + "WHERE a.alias = ? AND v.project = ?", alias.name(), project)
                .map(RegistryTables::toVersion)
                .findOne();
    }

    Map<String, ModelVersion> versions(Alias alias) {
        Map<String, ModelVersion> versions = new TreeMap<>();
        handle.select(UNDER_ALIAS + "WHERE a.alias = ?", alias.name())
                .map(RegistryTables::toVersion)
                .forEach(version -> versions.put(version.project(), version));
        return versions;
    }

    Map<Alias, Integer> aliases(String project) {
        Map<Alias, Integer> aliases = new EnumMap<>(Alias.class);
        handle.select("SELECT alias, number FROM model_alias WHERE project = ?", project)
                .map((row, context) -> Map.entry(Alias.valueOf(row.getString("alias")), row.getInt("number")))
                .forEach(entry -> aliases.put(entry.getKey(), entry.getValue()));
        return aliases;
    }

    void move(String project, Alias alias, int number, Instant at) {
        handle.execute(
                "INSERT INTO model_alias (project, alias, number, moved_at_millis) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (project, alias)"
                        + " DO UPDATE SET number = excluded.number, moved_at_millis = excluded.moved_at_millis",
                project,
                alias.name(),
                number,
                at.toEpochMilli());
    }

    void remove(String project, Alias alias, int number) {
        handle.execute(
                "DELETE FROM model_alias WHERE project = ? AND alias = ? AND number = ?",
                project,
                alias.name(),
                number);
    }

    private static OptionalInt whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalDouble fraction(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Project toProject(ResultSet row, StatementContext context) throws SQLException {
        return new Project(
                row.getString("name"),
                row.getString("recipe"),
                Optional.ofNullable(row.getString("phrase")),
                Instant.ofEpochMilli(row.getLong("created_at_millis")));
    }

    private static ModelVersion toVersion(ResultSet row, StatementContext context) throws SQLException {
        return new ModelVersion(
                row.getString("project"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                Origin.valueOf(row.getString("origin")),
                fromJson(row.getString("summary")),
                Instant.ofEpochMilli(row.getLong("created_at_millis")));
    }

    private static String toJson(ModelVersion.Summary summary) {
        return JSON.writeValueAsString(Map.of(
                "labels", summary.labels().names(),
                "sample_rate_hz", summary.sampleRateHz(),
                "window_samples", summary.windowSamples(),
                "metrics", JSON.readTree(summary.metricsJson())));
    }

    private static ModelVersion.Summary fromJson(String json) {
        JsonNode summary = JSON.readTree(json);
        return new ModelVersion.Summary(
                LabelSet.ofNames(summary.get("labels")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList()),
                summary.get("sample_rate_hz").intValue(),
                summary.get("window_samples").intValue(),
                summary.get("metrics").toString());
    }
}
