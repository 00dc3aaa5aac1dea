package dev.hearken.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Tables on a PostgreSQL server, for any number of processes on any number of machines.
 *
 * <p>Writers queue for one advisory lock, as SQLite's queue for the file, so that a change may rely on what it has read on both alike.
 * Readers wait for nobody.
 */
record PostgresEngine(PostgresAddress address) implements Engine {
    /** Readers beside one writer; a server allows a hundred by default, for all processes together. */
    private static final int CONNECTIONS = 8;

    /** A connection nobody needs goes back to the server after this. */
    private static final long IDLE_MILLIS = 60_000;

    /** "hearken", in ASCII: a key no other program on the same database is likely to use. */
    private static final long WRITERS_LOCK = 0x6865_6172_6b65_6eL;

    /** Nobody waits for a turn longer than SQLite's writers do; one whose process froze in its turn loses it. */
    private static final String TIME_LIMITS =
            "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '30s'";

    @Override
    public HikariConfig pool() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.url());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.addDataSourceProperty("ApplicationName", "hearken");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionInitSql(TIME_LIMITS);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setIdleTimeout(IDLE_MILLIS);
        return pool;
    }

    @Override
    public void takeTurn(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", WRITERS_LOCK);
    }

    @Override
    public <T> T atOneMoment(Handle handle, Function<Handle, T> questions) {
        return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, questions::apply);
    }

    /** By SQLSTATE and its classes (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
    @Override
    public StoreError meaning(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "55P03", "40001", "40P01", "53300" -> StoreError.BUSY;
            case "53100" -> StoreError.DISK_FULL;
            case "XX001", "XX002" -> StoreError.DATABASE_DAMAGED;
            case "3D000" -> StoreError.DATABASE_UNREACHABLE;
            case "22021" -> StoreError.INVALID; // text with a zero in it
            default -> meaningOfClass(state.length() < 2 ? "" : state.substring(0, 2));
        };
    }

    private static StoreError meaningOfClass(String stateClass) {
        return switch (stateClass) {
            case "23" -> StoreError.CONFLICT;
            case "08", "28", "57" -> StoreError.DATABASE_UNREACHABLE;
            default -> StoreError.DATABASE_FAILED;
        };
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
