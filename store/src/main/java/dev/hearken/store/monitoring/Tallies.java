package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.monitoring.Tally.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Counts what happens, in memory first and every two seconds in the database.
 *
 * <p>Counting costs the one who counts nothing but a look into a map. A process that is killed loses the counts of its last two seconds, which
 * nobody was told are kept; the answers themselves stand in the {@link PredictionLog}.
 */
public final class Tallies implements AutoCloseable {
    private static final long WRITE_EVERY_MILLIS = 2_000;

    /** Far more than a few projects' labels and bins: what comes beyond it is not counted, and memory stays flat. */
    private static final int MOST_WAITING = 100_000;

    private final Database database;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Key, Long> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tallies");
        thread.setDaemon(true);
        return thread;
    });

    private record Key(String project, Kind kind, Instant at, String bin) {
        /** Two servers that write at once take the rows in the same order, so that neither waits for the other for ever. */
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::project)
                .thenComparing(Key::kind)
                .thenComparing(Key::at)
                .thenComparing(Key::bin);
    }

    /** Hears of everything that is counted, on the thread of whoever counts: it must be quick. */
    @FunctionalInterface
    public interface Listener {
        /** So many of this came. */
        void counted(String project, Kind kind, String bin, long amount);
    }

    public Tallies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        var unused = writer.scheduleWithFixedDelay(
                this::flush, WRITE_EVERY_MILLIS, WRITE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Has somebody hear of everything that is counted from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Counts one. */
    public void count(String project, Kind kind, String bin) {
        count(project, kind, bin, 1);
    }

    /** Counts so many. */
    public void count(String project, Kind kind, String bin, long amount) {
        Key key = new Key(project, kind, Tally.begin(clock.instant()), bin);
        if (waiting.size() < MOST_WAITING || waiting.containsKey(key)) {
            waiting.merge(key, amount, Long::sum);
        }
        listeners.forEach(listener -> listener.counted(project, kind, bin, amount));
    }

    /** A project's tallies that began from {@code from} on and before {@code to}, oldest first, with what was counted until now. */
    public List<Tally> between(String project, Instant from, Instant to) {
        flush();
        return database.read(handle -> handle.select(
                        "SELECT kind, at_millis, bin, amount FROM tally WHERE project = ? AND at_millis >= ? AND"
                                + " at_millis < ? ORDER BY at_millis, kind, bin",
                        project,
                        from.toEpochMilli(),
                        to.toEpochMilli())
                .map((row, context) -> new Tally(
                        Kind.valueOf(row.getString("kind")),
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        row.getString("bin"),
                        row.getLong("amount")))
                .list());
    }

    /** Writes what was counted; what cannot be written waits for the next time. */
    public synchronized void flush() {
        Map<Key, Long> counted = new TreeMap<>(Key.ORDER);
        for (Key key : List.copyOf(waiting.keySet())) {
            Long amount = waiting.remove(key);
            if (amount != null) {
                counted.put(key, amount);
            }
        }
        try {
            if (!counted.isEmpty()) {
                write(counted);
            }
        } catch (StoreException busy) {
            counted.forEach((key, amount) -> waiting.merge(key, amount, Long::sum));
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        flush();
    }

    /** A project that was deleted meanwhile is not counted for. */
    private void write(Map<Key, Long> counted) {
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO tally (project, kind, at_millis, bin, amount) SELECT name, ?, ?, ?, ? FROM project"
                            + " WHERE name = ? ON CONFLICT (project, kind, at_millis, bin) DO UPDATE SET amount ="
                            + " tally.amount + excluded.amount");
            counted.forEach((key, amount) ->
                    batch.add(key.kind().name(), key.at().toEpochMilli(), key.bin(), amount, key.project()));
            batch.execute();
        });
    }
}
