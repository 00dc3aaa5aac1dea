package dev.hearken.store.catalogue;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows behind the {@link Catalogue}, within one transaction. */
final class ClipTables {
    private static final String INSERT =
            "INSERT INTO spoken_clip (id, text, words, words_sha256, engine, voice, settings, speaker,"
                    + " language, licence, sha256, source_file, source_start_seconds, source_end_seconds, duration_seconds,"
                    + " sample_rate_hz, added_at_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET speaker = excluded.speaker, language = excluded.language,"
                    + " licence = excluded.licence, sha256 = excluded.sha256, source_file = excluded.source_file,"
                    + " source_start_seconds = excluded.source_start_seconds, source_end_seconds = excluded.source_end_seconds,"
                    + " duration_seconds = excluded.duration_seconds, sample_rate_hz = excluded.sample_rate_hz";

    private final Handle handle;

    ClipTables(Handle handle) {
        this.handle = handle;
    }

    /** A clip that is there already gets the sound and the facts of this one. */
    void insert(List<SpokenClip> clips, Instant now) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (SpokenClip clip : clips) {
            ClipKey key = clip.key();
            Optional<FileSpan> span = clip.span();
            batch.add(
                    key.id(),
                    key.text().text(),
                    key.text().words(),
                    key.text().sha256(),
                    key.engine(),
                    key.voice(),
                    key.settings(),
                    clip.speaker(),
                    clip.language(),
                    clip.licence(),
                    clip.sha256(),
                    span.map(each -> each.file().toString()).orElse(null),
                    span.map(FileSpan::startSeconds).orElse(null),
                    span.map(FileSpan::endSeconds).orElse(null),
                    clip.durationSeconds(),
                    clip.sampleRateHz(),
                    now.toEpochMilli());
        }
        batch.execute();
    }

    /** The clips of these ids that are there, in no order. */
    List<SpokenClip> withIds(List<String> ids) {
        return handle.createQuery("SELECT * FROM spoken_clip WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map(ClipTables::clip)
                .list();
    }

    /** The clips in which the words of one of these SHA-256s are said, in no order. */
    List<SpokenClip> saying(List<String> wordsSha256) {
        return handle.createQuery("SELECT * FROM spoken_clip WHERE words_sha256 IN (<words>)")
                .bindList("words", wordsSha256)
                .map(ClipTables::clip)
                .list();
    }

    /** Clips in the order and to the limit that {@code condition} says. */
    List<SpokenClip> clips(String condition, Object... arguments) {
        return handle.select("SELECT * FROM spoken_clip WHERE " + condition, arguments)
                .map(ClipTables::clip)
                .list();
    }

    List<Holdings> holdings() {
        return handle.select("SELECT engine, count(*) AS clips, sum(duration_seconds) AS seconds,"
                        + " count(DISTINCT speaker) AS speakers FROM spoken_clip GROUP BY engine ORDER BY engine")
                .map((row, context) -> new Holdings(
                        row.getString("engine"),
                        row.getLong("clips"),
                        row.getDouble("seconds"),
                        row.getLong("speakers")))
                .list();
    }

    private static SpokenClip clip(ResultSet row, StatementContext context) throws SQLException {
        return new SpokenClip(
                new ClipKey(
                        new SpokenText(row.getString("text")),
                        row.getString("engine"),
                        row.getString("voice"),
                        row.getString("settings")),
                row.getString("speaker"),
                row.getString("language"),
                row.getString("licence"),
                row.getString("sha256"),
                span(row),
                row.getDouble("duration_seconds"),
                row.getInt("sample_rate_hz"));
    }

    private static Optional<FileSpan> span(ResultSet row) throws SQLException {
        String file = row.getString("source_file");
        return file == null
                ? Optional.empty()
                : Optional.of(new FileSpan(
                        Path.of(file), row.getDouble("source_start_seconds"), row.getDouble("source_end_seconds")));
    }
}
