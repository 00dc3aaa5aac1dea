package dev.hearken.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEngineTest {
    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void openHome() {
        home = Home.open(directory);
    }

    @Test
    void itWritesAheadAndHoldsForeignKeys() {
        try (Database database = Database.open(home)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "synchronous")).as("2 is FULL").isEqualTo("2");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsReportedAsDamaged() throws IOException {
        Files.writeString(home.databaseFile(), "this is not a database, however long it is\n".repeat(100));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(home))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.DATABASE_DAMAGED);
    }

    private static String pragma(Database database, String name) {
        return database.read(
                handle -> handle.select("PRAGMA " + name).mapTo(String.class).one());
    }
}
