package dev.hearken.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class DatabaseTest {
    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private Home home;

    DatabaseTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void openHome() {
        home = tested.home(directory);
    }

    @Test
    void aNewHomeGetsTheTablesAndAnOldOneKeepsItsRows() {
        try (Database database = Database.open(home)) {
            addProject(database, "digits");
        }
        try (Database database = Database.open(home)) {
            assertThat(projectNames(database)).containsExactly("digits");
        }
    }

    @Test
    void aChangeThatFailsHalfwayLeavesNothing() {
        try (Database database = Database.open(home)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.change(handle -> {
                        handle.execute(
                                "INSERT INTO project (name, recipe, created_at_millis) VALUES ('half', 'digits', 0)");
                        throw new IllegalStateException("the process thought better of it");
                    }));
            assertThat(projectNames(database)).isEmpty();
        }
    }

    @Test
    void aBrokenPromiseOfTheTablesIsAConflictAndNoSqlException() {
        try (Database database = Database.open(home)) {
            addProject(database, "digits");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> addProject(database, "digits"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("CONFLICT"));
        }
    }

    @Test
    void twoProcessesWritingAtOnceWaitForEachOtherAndLoseNothing() throws Exception {
        try (Database one = Database.open(home);
                Database other = Database.open(home)) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Database database = i % 2 == 0 ? one : other;
                String name = "project-" + i;
                done.add(threads.submit(() -> addOneMore(database, name)));
            }
            for (Future<?> each : done) {
                each.get();
            }
            threads.shutdown();

            assertThat(projectNames(one)).hasSize(40);
            List<Long> counts =
                    one.read(handle -> handle.select("SELECT created_at_millis FROM project ORDER BY created_at_millis")
                            .mapTo(Long.class)
                            .list());
            assertThat(counts).as("each saw all before it").doesNotHaveDuplicates();
        }
    }

    @Test
    void aDatabaseOfANewerReleaseIsRefused() {
        try (Database database = Database.open(home)) {
            database.change(
                    handle -> handle.execute(
                            "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                                    + " execution_time, success) VALUES (99, '999', 'from the future', 'SQL', 'V999.sql', '', 1, true)"));
        }
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Database.open(home))
                .withMessageContaining("999")
                .extracting(StoreException::error)
                .isEqualTo(StoreError.SCHEMA_TOO_NEW);
    }

    /** Reads first and writes then: what fails with SQLITE_BUSY when the write lock is only asked for at the write. */
    private static void addOneMore(Database database, String name) {
        database.change(handle -> {
            long count = handle.select("SELECT count(*) FROM project")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO project (name, recipe, created_at_millis) VALUES (?, 'digits', ?)", name, count);
        });
    }

    private static void addProject(Database database, String name) {
        database.change(handle ->
                handle.execute("INSERT INTO project (name, recipe, created_at_millis) VALUES (?, 'digits', 0)", name));
    }

    private static List<String> projectNames(Database database) {
        return database.read(handle ->
                handle.select("SELECT name FROM project").mapTo(String.class).list());
    }
}
