package dev.hearken.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;

/**
 * The tables, behind a small pool of connections; brought to this release's schema when opened.
 *
 * <p>Safe to use from many threads, and from many processes on one home. Whatever fails, fails as a {@link StoreException}.
 */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:dev/hearken/store/database/migrations";

    /** Writers of SQLite queue for one lock, so more connections than this serve only readers. */
    private static final int CONNECTIONS = 4;

    /** Longer than any write of ours takes, shorter than a client's patience. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Opens the database of this home, and makes or migrates its tables.
     *
     * @throws StoreException if it cannot be opened, is damaged, or was written by a newer release
     */
    public static Database open(Home home) {
        HikariDataSource connections = connect(home);
        try {
            migrate(connections);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
        return new Database(connections);
    }

    /** Asks something; each statement sees the tables as they are when it starts. */
    public <T> T read(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (JdbiException e) {
            throw Failures.translate("reading the database", e);
        }
    }

    /** Changes something, all of it or nothing, and not while another writes. What was read inside still holds at the end. */
    public <T> T write(Function<Handle, T> change) {
        try {
            return jdbi.inTransaction(change::apply);
        } catch (JdbiException e) {
            throw Failures.translate("writing to the database", e);
        }
    }

    /** {@link #write} for changes without an answer. */
    public void change(Consumer<Handle> change) {
        try {
            jdbi.useTransaction(change::accept);
        } catch (JdbiException e) {
            throw Failures.translate("writing to the database", e);
        }
    }

    /**
     * How a SELECT in {@link #write} ends that picks rows no other transaction is picking. SQLite needs nothing: its writers wait for each
     * other. PostgreSQL's do not, and would want {@code FOR UPDATE SKIP LOCKED}.
     */
    public String picking() {
        return "";
    }

    @Override
    public void close() {
        connections.close();
    }

    private static HikariDataSource connect(Home home) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // With NORMAL, a power cut could take back what was acknowledged.
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.enforceForeignKeys(true);
        sqlite.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // Take the write lock at BEGIN: a transaction that reads first and writes later would otherwise fail, not wait.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);

        HikariConfig pool = new HikariConfig();
        pool.setPoolName("hearken");
        pool.setJdbcUrl("jdbc:sqlite:" + home.databaseFile());
        pool.setDataSourceProperties(sqlite.toProperties());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw Failures.translate("opening " + home.databaseFile(), e);
        }
    }

    private static void migrate(HikariDataSource connections) {
        try {
            Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                    .dataSource(connections)
                    .locations(MIGRATIONS)
                    .failOnMissingLocations(true)
                    .loggers("slf4j")
                    .load();
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw Failures.translate("bringing the tables up to date", e);
        }
    }

    /** Flyway itself lets an older release work on newer tables. */
    private static void refuseNewer(Flyway flyway) {
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StoreException(
                        StoreError.SCHEMA_TOO_NEW,
                        "the database was written by a newer release (schema " + migration.getVersion()
                                + "); update Hearken or restore a backup");
            }
        }
    }
}
