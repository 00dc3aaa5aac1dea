package dev.hearken.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tables in a file of the home, for any number of processes on one machine. */
record SqliteEngine(Path file) implements Engine {
    /** Writers queue for one lock, so more connections than this serve only readers. */
    private static final int CONNECTIONS = 4;

    /** Longer than any write of ours takes, shorter than a client's patience. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    @Override
    public HikariConfig pool() {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // With NORMAL, a power cut could take back what was acknowledged.
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.enforceForeignKeys(true);
        sqlite.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        // Take the write lock at BEGIN: a transaction that reads first and writes later would otherwise fail, not wait.
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);

        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:sqlite:" + file);
        pool.setDataSourceProperties(sqlite.toProperties());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    /** The transaction began with it. */
    @Override
    public void takeTurn(Handle handle) {}

    /** A transaction of its own making: the driver's would begin with the lock for writers. */
    @Override
    public <T> T atOneMoment(Handle handle, Function<Handle, T> questions) {
        handle.execute("BEGIN DEFERRED");
        try {
            return questions.apply(handle);
        } finally {
            handle.execute("ROLLBACK");
        }
    }

    @Override
    public StoreError meaning(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return StoreError.DATABASE_FAILED;
        }
        return switch (primary(sqlite.getResultCode())) {
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreError.BUSY;
            case SQLITE_FULL -> StoreError.DISK_FULL;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> StoreError.DATABASE_DAMAGED;
            case SQLITE_CONSTRAINT -> StoreError.CONFLICT;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> StoreError.HOME_UNUSABLE;
            default -> StoreError.DATABASE_FAILED;
        };
    }

    /** Extended codes keep the primary code in the low byte (https://sqlite.org/rescode.html). */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
