package dev.hearken.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineTest {
    @TempDir
    Path directory;

    @Test
    void anAddressThatIsNoneOfPostgresIsRefused() {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> new Home(directory, Map.of("HEARKEN_DATABASE", "mysql://db/hearken")))
                .extracting(HearkenException::code)
                .isEqualTo("DATABASE_ADDRESS_INVALID");
    }

    @Test
    void aPasswordIsNotTold() {
        Home home = new Home(
                directory,
                Map.of(
                        "HEARKEN_DATABASE", "jdbc:postgresql://db/hearken?password=swordfish",
                        "HEARKEN_DATABASE_PASSWORD", "swordfish"));
        assertThat(home.toString()).contains("jdbc:postgresql://db/hearken").doesNotContain("swordfish");
    }

    @Test
    void aServerThatDoesNotAnswerIsTheOperatorsToMend() {
        Home home = new Home(directory, Map.of("HEARKEN_DATABASE", "jdbc:postgresql://127.0.0.1:1/hearken")).open();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(home))
                .withMessageContaining("127.0.0.1:1")
                .extracting(StoreException::error)
                .isEqualTo(StoreError.DATABASE_UNREACHABLE);
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        String elsewhere = PostgresServer.running().newDatabase().replace("tested_", "missing_");
        Home home = new Home(directory, Map.of("HEARKEN_DATABASE", elsewhere)).open();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(home))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.DATABASE_UNREACHABLE);
    }

    @Test
    void aTextItCannotKeepIsRefusedAsInvalid() {
        try (Database database = Database.open(TestedDatabase.POSTGRESQL.home(directory))) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> database.change(handle -> handle.execute(
                            "INSERT INTO project (name, recipe, created_at_millis) VALUES (?, 'digits', 0)", "a\0b")))
                    .extracting(StoreException::error)
                    .isEqualTo(StoreError.INVALID);
        }
    }
}
