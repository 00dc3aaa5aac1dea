package dev.hearken.store.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns what the database drivers throw into {@link StoreException}, so that no {@link SQLException} leaves the store. */
record Failures(Engine engine) {
    StoreException translate(String doing, Exception failure) {
        SQLException sql = find(failure);
        String message = doing + ": " + (sql == null ? failure : sql).getMessage();
        return new StoreException(sql == null ? StoreError.DATABASE_FAILED : engine.meaning(sql), message, failure);
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
