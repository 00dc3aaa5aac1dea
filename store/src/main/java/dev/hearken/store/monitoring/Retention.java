package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Forgets what a project does not want kept any longer, a little at a time, so that nobody waits for it. */
public record Retention(Database database) {
    private static final int AT_ONCE = 1_000;

    /** How many answers a project gave before that moment that are forgotten now: with them go what is counted of that time and ended alerts. */
    public int forgetAnswers(String project, Watch watch, Instant now) {
        long before = now.minus(Duration.ofDays(watch.answerDays())).toEpochMilli();
        database.change(handle -> {
            handle.execute("DELETE FROM tally WHERE project = ? AND at_millis < ?", project, before);
            handle.execute(
                    "DELETE FROM alert_notice WHERE alert IN (SELECT id FROM alert WHERE project = ? AND ended_at_millis < ?)",
                    project,
                    before);
            handle.execute("DELETE FROM alert WHERE project = ? AND ended_at_millis < ?", project, before);
        });
        int forgotten = 0;
        int some;
        do {
            some = database.write(handle -> forgetSome(handle, project, before));
            forgotten += some;
        } while (some == AT_ONCE);
        return forgotten;
    }

    /**
     * Parts answers from recordings that were kept long enough.
     *
     * @return the SHA-256 of each; others may refer to them
     */
    public List<String> forgetRecordings(String project, Watch watch, Instant now) {
        int days = Math.min(watch.audioDays(), watch.answerDays());
        long before = now.minus(Duration.ofDays(days)).toEpochMilli();
        List<String> forgotten = new ArrayList<>();
        List<String> some;
        do {
            some = database.write(handle -> partSome(handle, project, before));
            forgotten.addAll(some);
        } while (some.size() == AT_ONCE);
        return forgotten;
    }

    private static List<String> partSome(Handle handle, String project, long before) {
        List<String> ids = handle.select(
                        "SELECT id FROM prediction WHERE project = ? AND at_millis < ? AND audio_sha256 IS NOT NULL LIMIT ?",
                        project,
                        before,
                        AT_ONCE)
                .mapTo(String.class)
                .list();
        List<String> recordings = new ArrayList<>();
        for (String id : ids) {
            recordings.add(handle.select("SELECT audio_sha256 FROM prediction WHERE id = ?", id)
                    .mapTo(String.class)
                    .one());
            handle.execute("UPDATE prediction SET audio_sha256 = NULL WHERE id = ?", id);
        }
        return recordings;
    }

    /** What people said stays, and tells of no answer any more. */
    private static int forgetSome(Handle handle, String project, long before) {
        List<String> ids = handle.select(
                        "SELECT id FROM prediction WHERE project = ? AND at_millis < ? LIMIT ?",
                        project,
                        before,
                        AT_ONCE)
                .mapTo(String.class)
                .list();
        for (String id : ids) {
            handle.execute("UPDATE feedback SET prediction = NULL WHERE prediction = ?", id);
            handle.execute("DELETE FROM prediction WHERE id = ?", id);
        }
        return ids.size();
    }
}
