package dev.hearken.store.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The log's statements, each on a {@link Handle} the caller opened; SQL that SQLite and PostgreSQL both take. */
final class PredictionTables {
    private final Handle handle;

    PredictionTables(Handle handle) {
        this.handle = handle;
    }

    void insert(Collection<LoggedPrediction> predictions) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO prediction (id, project, version, source, file, label, probability, latency_micros,"
                        + " duration_seconds, level_dbfs, noise_dbfs, centre_hz, audio_sha256, at_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        predictions.forEach(each -> batch.add(
                each.id(),
                each.project(),
                each.version(),
                each.source(),
                each.file(),
                each.label(),
                each.probability(),
                each.latencyMicros(),
                each.durationSeconds(),
                each.sound().map(SoundFigures::levelDbfs).orElse(null),
                each.sound().map(SoundFigures::noiseDbfs).orElse(null),
                each.sound().map(SoundFigures::centreHz).orElse(null),
                each.audioSha256().orElse(null),
                each.at().toEpochMilli()));
        batch.execute();
    }

    List<LoggedPrediction> predictions(String condition, Object... arguments) {
        return handle.select("SELECT * FROM prediction " + condition, arguments)
                .map(PredictionTables::toPrediction)
                .list();
    }

    void insert(Feedback feedback) {
        handle.execute(
                "INSERT INTO feedback (id, project, prediction, kind, label, clip, at_millis) VALUES (?, ?, ?, ?, ?,"
                        + " ?, ?)",
                feedback.id(),
                feedback.project(),
                feedback.prediction().orElse(null),
                feedback.kind().name(),
                feedback.label().orElse(null),
                feedback.clip().orElse(null),
                feedback.at().toEpochMilli());
    }

    List<Feedback> feedback(String condition, Object... arguments) {
        return handle.select("SELECT * FROM feedback " + condition, arguments)
                .map(PredictionTables::toFeedback)
                .list();
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
                sound(row),
                Optional.ofNullable(row.getString("audio_sha256")),
                Instant.ofEpochMilli(row.getLong("at_millis")));
    }

    private static Optional<SoundFigures> sound(ResultSet row) throws SQLException {
        double level = row.getDouble("level_dbfs");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new SoundFigures(level, row.getDouble("noise_dbfs"), row.getDouble("centre_hz")));
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
