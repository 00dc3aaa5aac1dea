package dev.hearken.store.catalogue;

import dev.hearken.store.catalogue.ClipFilter.Condition;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.catalogue.ProjectClip.Sound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements about projects' clips, each on a {@link Handle} the caller opened; SQL that SQLite and PostgreSQL both take. */
final class ProjectClipTables {
    private static final String BETWEEN = " ";

    private final Handle handle;

    ProjectClipTables(Handle handle) {
        this.handle = handle;
    }

    int nextNumber(String project) {
        return handle.select("SELECT coalesce(max(number), 0) + 1 FROM project_clip WHERE project = ?", project)
                .mapTo(Integer.class)
                .one();
    }

    void insert(ProjectClip clip) {
        handle.execute(
                "INSERT INTO project_clip (project, number, sha256, sound_sha256, name, label, speaker, source, licence, format,"
                        + " sample_rate_hz, duration_seconds, peak, rms, warnings, part, added_at_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                clip.project(),
                clip.number(),
                clip.sha256(),
                clip.sound().sha256(),
                clip.name(),
                clip.facts().label().orElse(null),
                clip.facts().speaker().orElse(null),
                clip.facts().source().orElse(null),
                clip.facts().licence().orElse(null),
                clip.sound().format(),
                clip.sound().sampleRateHz(),
                clip.sound().durationSeconds(),
                clip.sound().peak(),
                clip.sound().rms(),
                clip.warnings().stream().map(ClipWarning::name).sorted().collect(Collectors.joining(BETWEEN)),
                clip.part().map(Part::name).orElse(null),
                clip.addedAt().toEpochMilli());
    }

    List<ProjectClip> clips(Condition condition, String ending) {
        return handle.select(
                        "SELECT * FROM project_clip WHERE " + condition.sql() + " ORDER BY number" + ending,
                        condition.arguments().toArray())
                .map(ProjectClipTables::toClip)
                .list();
    }

    List<ProjectClip> clips(String condition, Object... arguments) {
        return clips(new Condition(condition, Arrays.asList(arguments)), "");
    }

    long count(Condition condition) {
        return handle.select(
                        "SELECT count(*) FROM project_clip WHERE " + condition.sql(),
                        condition.arguments().toArray())
                .mapTo(Long.class)
                .one();
    }

    /** Writes what a change names; the number of clips it found. */
    int change(String project, int number, ClipChange change, Instant now) {
        List<String> parts = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        set("label = ?", change.facts().label(), parts, arguments);
        set("speaker = ?", change.facts().speaker(), parts, arguments);
        set("source = ?", change.facts().source(), parts, arguments);
        set("licence = ?", change.facts().licence(), parts, arguments);
        set("excluded = ?", change.excluded().map(is -> is ? 1 : 0), parts, arguments);
        change.deleted()
                .ifPresent(deleted -> parts.add("deleted_at_millis = " + (deleted ? now.toEpochMilli() : "NULL")));
        if (parts.isEmpty()) {
            parts.add("number = number");
        }
        arguments.add(project);
        arguments.add(number);
        return handle.execute(
                "UPDATE project_clip SET " + String.join(", ", parts) + " WHERE project = ? AND number = ?",
                arguments.toArray());
    }

    /** The newest clip stays, deleted or not: its number must not be given again. */
    List<String> purge(String project, Instant deletedBefore) {
        List<ProjectClip> gone = clips(
                "project = ? AND deleted_at_millis < ? AND number < (SELECT max(number) FROM project_clip WHERE project = ?)",
                project,
                deletedBefore.toEpochMilli(),
                project);
        gone.forEach(clip ->
                handle.execute("DELETE FROM project_clip WHERE project = ? AND number = ?", project, clip.number()));
        return gone.stream().map(ProjectClip::sha256).toList();
    }

    void setPart(String project, int number, Part part) {
        handle.execute(
                "UPDATE project_clip SET part = ? WHERE project = ? AND number = ?", part.name(), project, number);
    }

    private static void set(String assignment, Optional<?> value, List<String> parts, List<Object> arguments) {
        value.ifPresent(wanted -> {
            parts.add(assignment);
            arguments.add(wanted);
        });
    }

    private static ProjectClip toClip(ResultSet row, StatementContext context) throws SQLException {
        return new ProjectClip(
                row.getString("project"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("name"),
                new ClipFacts(text(row, "label"), text(row, "speaker"), text(row, "source"), text(row, "licence")),
                new Sound(
                        row.getString("sound_sha256"),
                        row.getString("format"),
                        row.getInt("sample_rate_hz"),
                        row.getDouble("duration_seconds"),
                        row.getDouble("peak"),
                        row.getDouble("rms")),
                warnings(row.getString("warnings")),
                text(row, "part").map(Part::valueOf),
                row.getInt("excluded") != 0,
                text(row, "deleted_at_millis").isPresent(),
                Instant.ofEpochMilli(row.getLong("added_at_millis")));
    }

    private static Set<ClipWarning> warnings(String words) {
        return Arrays.stream(words.split(BETWEEN))
                .filter(word -> !word.isEmpty())
                .map(ClipWarning::valueOf)
                .collect(Collectors.toSet());
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
