package dev.hearken.store.monitoring;

import dev.hearken.store.monitoring.Alert.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The alerts' statements, each on a {@link Handle} the caller opened; SQL that SQLite and PostgreSQL both take. */
final class AlertTables {
    private final Handle handle;

    AlertTables(Handle handle) {
        this.handle = handle;
    }

    /** Whether it is new: not if one of its project and rule lasts. */
    boolean insert(Alert alert) {
        return handle.execute(
                        "INSERT INTO alert (id, project, rule, value, threshold, detail, raised_at_millis)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        alert.id(),
                        alert.project().orElse(null),
                        alert.rule().name(),
                        alert.value(),
                        alert.threshold(),
                        alert.detail(),
                        alert.raisedAt().toEpochMilli())
                == 1;
    }

    void update(String id, Finding finding) {
        handle.execute(
                "UPDATE alert SET value = ?, detail = ? WHERE id = ? AND ended_at_millis IS NULL",
                finding.value(),
                finding.detail(),
                id);
    }

    /** Whether it lasted until now. */
    boolean end(String id, Instant at) {
        return handle.execute(
                        "UPDATE alert SET ended_at_millis = ? WHERE id = ? AND ended_at_millis IS NULL",
                        at.toEpochMilli(),
                        id)
                == 1;
    }

    List<Alert> alerts(String condition, Object... arguments) {
        return handle.select("SELECT * FROM alert " + condition, arguments)
                .map(AlertTables::toAlert)
                .list();
    }

    void insert(String id, String alert, Notice.Kind kind, Instant due) {
        handle.execute(
                "INSERT INTO alert_notice (id, alert, kind, due_at_millis) VALUES (?, ?, ?, ?)",
                id,
                alert,
                kind.name(),
                due.toEpochMilli());
    }

    Optional<Notice> due(long nowMillis) {
        return handle.select(
                        "SELECT n.id AS notice, n.kind, n.attempts, a.* FROM alert_notice n JOIN alert a ON a.id = n.alert"
                                + " WHERE n.due_at_millis <= ? ORDER BY n.due_at_millis, n.id LIMIT 1",
                        nowMillis)
                .map((row, context) -> new Notice(
                        row.getString("notice"),
                        toAlert(row, context),
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getInt("attempts")))
                .findOne();
    }

    void take(String notice, Instant until) {
        handle.execute(
                "UPDATE alert_notice SET attempts = attempts + 1, due_at_millis = ? WHERE id = ?",
                until.toEpochMilli(),
                notice);
    }

    void told(String notice, Instant at) {
        handle.execute(
                "UPDATE alert_notice SET due_at_millis = NULL, delivered_at_millis = ?, failure = NULL WHERE id = ?",
                at.toEpochMilli(),
                notice);
    }

    void notTold(String notice, String failure, Optional<Instant> again) {
        handle.execute(
                "UPDATE alert_notice SET due_at_millis = ?, failure = ? WHERE id = ?",
                again.map(Instant::toEpochMilli).orElse(null),
                failure,
                notice);
    }

    private static Alert toAlert(ResultSet row, StatementContext context) throws SQLException {
        long ended = row.getLong("ended_at_millis");
        return new Alert(
                row.getString("id"),
                Optional.ofNullable(row.getString("project")),
                AlertRule.valueOf(row.getString("rule")),
                row.getDouble("value"),
                row.getDouble("threshold"),
                row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("raised_at_millis")),
                ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)));
    }
}
