package dev.hearken.store.database;

import java.nio.file.Path;
import java.util.Map;

/** The databases that all tests of the store are run on. */
public enum TestedDatabase {
    /** A file in the home. */
    SQLITE {
        @Override
        public Map<String, String> environment() {
            return Map.of();
        }
    },
    /** A new database on a server that runs for these tests; they are skipped where it is not installed. */
    POSTGRESQL {
        @Override
        public Map<String, String> environment() {
            return Map.of(PostgresAddress.VARIABLE, PostgresServer.running().newDatabase());
        }

        @Override
        public Map<String, String> emptyEnvironment() {
            return Map.of(PostgresAddress.VARIABLE, PostgresServer.running().newEmptyDatabase());
        }
    };

    /** What makes a home keep its tables in a new database of this kind. */
    public abstract Map<String, String> environment();

    /** The same for a database that has no tables yet. */
    public Map<String, String> emptyEnvironment() {
        return environment();
    }

    /** A home in this directory with a new database of this kind. */
    public Home home(Path directory) {
        return new Home(directory, environment()).open();
    }
}
