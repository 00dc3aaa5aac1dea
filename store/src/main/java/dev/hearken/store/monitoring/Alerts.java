package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.monitoring.Alert.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The record of what was not as it should be, and of whom is still to be told.
 *
 * <p>However many servers look at the same rules, each trouble is raised once and ended once. A notice is kept with its alert, all or
 * nothing, and told at least once: a server that dies while telling leaves it to the next.
 */
public final class Alerts {
    /** How long whoever takes a notice has to tell it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** How long to wait after each attempt that failed; after the last of them it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private final Database database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** The alerts in this database; each takes its id from {@code ids}. */
    public Alerts(Database database, Clock clock, Supplier<UUID> ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /** Brings the record in line with what was found: raises, ends, or leaves it as it is. */
    public void note(Optional<String> project, Finding finding) {
        Optional<Alert> open = open(project, finding.rule());
        if (finding.isTrouble() && open.isEmpty()) {
            raise(project, finding);
        } else if (!finding.isTrouble() && open.isPresent()) {
            end(open.get());
        } else if (open.isPresent() && !open.get().detail().equals(finding.detail())) {
            database.change(handle -> new AlertTables(handle).update(open.get().id(), finding));
        }
    }

    /** A rule is not looked at any more: what lasted of it ends. */
    public void forget(Optional<String> project, AlertRule rule) {
        open(project, rule).ifPresent(this::end);
    }

    /** A project's alert of a rule that lasts; or the system's. */
    public Optional<Alert> open(Optional<String> project, AlertRule rule) {
        return database
                .read(handle -> new AlertTables(handle)
                        .alerts(
                                "WHERE coalesce(project, '') = ? AND rule = ? AND ended_at_millis IS NULL",
                                project.orElse(""),
                                rule.name()))
                .stream()
                .findFirst();
    }

    /** All alerts that last, oldest first. */
    public List<Alert> open() {
        return database.read(handle ->
                new AlertTables(handle).alerts("WHERE ended_at_millis IS NULL ORDER BY raised_at_millis, id"));
    }

    /** The alerts of all projects and of the system, newest first, so many at most. */
    public List<Alert> latest(int limit) {
        return database.read(
                handle -> new AlertTables(handle).alerts("ORDER BY raised_at_millis DESC, id LIMIT ?", limit));
    }

    /** A project's alerts, newest first, so many at most. */
    public List<Alert> latest(String project, int limit) {
        return database.read(handle -> new AlertTables(handle)
                .alerts("WHERE project = ? ORDER BY raised_at_millis DESC, id LIMIT ?", project, limit));
    }

    /** A notice that is due, for whoever asks to tell it within a minute; empty if there is none. */
    public Optional<Notice> take() {
        long now = now().toEpochMilli();
        boolean due = database.read(handle -> new AlertTables(handle).due(now)).isPresent();
        return due
                ? database.write(handle -> {
                    AlertTables tables = new AlertTables(handle);
                    Optional<Notice> notice = tables.due(now);
                    notice.ifPresent(each -> tables.take(each.id(), now().plus(LEASE)));
                    return notice;
                })
                : Optional.empty();
    }

    /** A notice reached whom it should, or nobody is to be told. */
    public void told(Notice notice) {
        database.change(handle -> new AlertTables(handle).told(notice.id(), now()));
    }

    /** A notice did not reach whom it should, for this reason; it is due again later, six times in all. */
    public void notTold(Notice notice, String reason) {
        Optional<Instant> again = notice.attempts() < PAUSES.size()
                ? Optional.of(now().plus(PAUSES.get(notice.attempts())))
                : Optional.empty();
        database.change(handle -> new AlertTables(handle).notTold(notice.id(), reason, again));
    }

    private void raise(Optional<String> project, Finding finding) {
        Alert alert = new Alert(
                ids.get().toString(),
                project,
                finding.rule(),
                finding.value(),
                finding.threshold(),
                finding.detail(),
                now(),
                Optional.empty());
        database.change(handle -> {
            AlertTables tables = new AlertTables(handle);
            if (tables.insert(alert)) {
                tables.insert(ids.get().toString(), alert.id(), Notice.Kind.RAISED, now());
            }
        });
    }

    private void end(Alert alert) {
        database.change(handle -> {
            AlertTables tables = new AlertTables(handle);
            if (tables.end(alert.id(), now())) {
                tables.insert(ids.get().toString(), alert.id(), Notice.Kind.ENDED, now());
            }
        });
    }

    /** The tables keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
