package dev.hearken.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The tables, behind a small pool of connections; brought to this release's schema when opened.
 *
 * <p>Safe to use from many threads, and from many processes on one home. Whatever fails, fails as a {@link StoreException}.
 */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:dev/hearken/store/database/migrations";

    private final Engine engine;
    private final Failures failures;
    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(Engine engine) {
        this.engine = engine;
        this.failures = new Failures(engine);
        this.connections = connect();
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Opens the database of this home, and makes or migrates its tables.
     *
     * @throws StoreException if it cannot be opened, is damaged, or was written by a newer release
     */
    public static Database open(Home home) {
        Database database = new Database(Engine.of(home));
        try {
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /**
     * Opens a database that is new, has it filled with rows of that schema, and brings it up to date.
     *
     * @param fill is given tables without rows
     * @throws StoreException {@link StoreError#CONFLICT} if it has tables already, {@link StoreError#SCHEMA_TOO_NEW} if this release does not
     *     know the schema
     */
    public static Database openFilled(Home home, String schema, Consumer<Handle> fill) {
        Database database = new Database(Engine.of(home));
        try {
            database.requireNew();
            database.migrateTo(schema);
            database.change(fill);
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Asks something; each statement sees the tables as they are when it starts. */
    public <T> T read(Function<Handle, T> question) {
        try {
            return jdbi.withHandle(question::apply);
        } catch (JdbiException e) {
            throw failures.translate("reading the database", e);
        }
    }

    /** Changes something, all of it or nothing, and not while another writes. What was read inside still holds at the end. */
    public <T> T write(Function<Handle, T> change) {
        try {
            return jdbi.inTransaction(handle -> {
                engine.takeTurn(handle);
                return change.apply(handle);
            });
        } catch (JdbiException e) {
            throw failures.translate("writing to the database", e);
        }
    }

    /** {@link #write} for changes without an answer. */
    public void change(Consumer<Handle> change) {
        var unused = write(handle -> {
            change.accept(handle);
            return true;
        });
    }

    /** Adds rows that depend on nothing that was read, all of them or none: where the database can, beside others who write. */
    public void add(Consumer<Handle> rows) {
        try {
            jdbi.useTransaction(rows::accept);
        } catch (JdbiException e) {
            throw failures.translate("writing to the database", e);
        }
    }

    /** Asks several things of the tables as they all are at one moment; nobody is kept from writing meanwhile. */
    public <T> T snapshot(Function<Handle, T> questions) {
        try {
            return jdbi.withHandle(handle -> engine.atOneMoment(handle, questions));
        } catch (JdbiException e) {
            throw failures.translate("reading the database", e);
        }
    }

    /** The number of the last migration, which tells releases' tables apart. */
    public String schema() {
        try {
            return String.valueOf(flyway().load().info().getInfoResult().schemaVersion);
        } catch (FlywayException e) {
            throw failures.translate("reading the database", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private HikariDataSource connect() {
        HikariConfig pool = engine.pool();
        pool.setPoolName("hearken");
        pool.setMinimumIdle(1);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw failures.translate("opening " + engine, e);
        }
    }

    private FluentConfiguration flyway() {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(connections)
                .locations(MIGRATIONS)
                .failOnMissingLocations(true)
                .loggers("slf4j");
    }

    private void migrate() {
        try {
            Flyway flyway = flyway().load();
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw failures.translate("bringing the tables up to date", e);
        }
    }

    private void requireNew() {
        if (!read(TableNames::inOrder).isEmpty()) {
            throw new StoreException(StoreError.CONFLICT, "the database " + engine + " has tables already");
        }
    }

    /** Tables as of that schema, without the rows a migration may have put in. */
    private void migrateTo(String schema) {
        try {
            Flyway flyway =
                    flyway().target(MigrationVersion.fromVersion(schema)).load();
            if (Stream.of(flyway.info().all()).noneMatch(each -> schema.equals(String.valueOf(each.getVersion())))) {
                throw tooNew(schema);
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw failures.translate("making the tables", e);
        }
        change(handle -> {
            List<String> tables = new ArrayList<>(TableNames.inOrder(handle));
            Collections.reverse(tables);
            tables.forEach(table -> handle.execute("DELETE FROM " + table));
        });
    }

    /** Flyway itself lets an older release work on newer tables. */
    private static void refuseNewer(Flyway flyway) {
        for (var migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw tooNew(String.valueOf(migration.getVersion()));
            }
        }
    }

    private static StoreException tooNew(String schema) {
        return new StoreException(
                StoreError.SCHEMA_TOO_NEW,
                "the tables were written by a newer release (schema " + schema
                        + "); update Hearken or restore a backup");
    }
}
