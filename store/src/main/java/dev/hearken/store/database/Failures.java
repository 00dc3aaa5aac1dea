package dev.hearken.store.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the database drivers throw into {@link StoreException}, so that no {@link SQLException} leaves the store. */
final class Failures {
    private Failures() {}

    static StoreException translate(String doing, Exception failure) {
        SQLException sql = find(failure);
        String message = doing + ": " + (sql == null ? failure : sql).getMessage();
        return new StoreException(sql == null ? StoreError.DATABASE_FAILED : error(sql), message, failure);
    }

    private static StoreError error(SQLException failure) {
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

    /** SQLite's extended codes keep the primary code in the low byte (https://sqlite.org/rescode.html). */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    private static @Nullable SQLException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
