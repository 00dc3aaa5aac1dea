package dev.hearken.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What differs between the databases the tables can lie in. */
sealed interface Engine permits SqliteEngine, PostgresEngine {
    /** The engine a home's tables lie in. */
    static Engine of(Home home) {
        return home.postgres().<Engine>map(PostgresEngine::new).orElseGet(() -> new SqliteEngine(home.databaseFile()));
    }

    /** A pool of as many connections as serve it, each set up as the tables want. */
    HikariConfig pool();

    /** Waits until no other transaction writes; until the one of this handle ends, none will. */
    void takeTurn(Handle handle);

    /** Asks several things of the tables as they all are at one moment. */
    <T> T atOneMoment(Handle handle, Function<Handle, T> questions);

    /** What a failure of its driver means. */
    StoreError meaning(SQLException failure);
}
