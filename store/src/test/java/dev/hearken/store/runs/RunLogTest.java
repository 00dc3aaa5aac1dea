package dev.hearken.store.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.runs.Run.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = Instant.parse("2026-11-21T12:00:58Z");

    @TempDir
    Path directory;

    private Database database;
    private int lastId;

    @BeforeEach
    void open() {
        database = Database.open(Home.open(directory));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunIsKeptWithWhatWentInAndWhatCameOut() {
        String id = at(START).start(Optional.empty(), "digits", "{\"epochs\":12}", Optional.of("a".repeat(64)));
        assertThat(at(START).find(id)).get().extracting(Run::state).isEqualTo(State.RUNNING);

        at(END).finish(id, "{\"accuracy\":1.0,\"n\":300}");
        assertThat(at(END).find(id))
                .contains(new Run(
                        id,
                        Optional.empty(),
                        "digits",
                        "{\"epochs\":12}",
                        Optional.of("a".repeat(64)),
                        State.FINISHED,
                        Optional.of("{\"accuracy\":1.0,\"n\":300}"),
                        Optional.empty(),
                        START,
                        Optional.of(END)));
    }

    @Test
    void aStoppedRunHasFiguresAndAFailedOneAReason() {
        RunLog log = at(START);
        String stopped = log.start(Optional.empty(), "digits", "{}", Optional.empty());
        String failed = log.start(Optional.empty(), "digits", "{}", Optional.empty());
        log.stop(stopped, "{\"epochs\":3}");
        log.fail(failed, "out of memory");

        assertThat(log.find(stopped)).get().extracting(Run::state).isEqualTo(State.STOPPED);
        assertThat(log.find(failed)).get().extracting(Run::failure).isEqualTo(Optional.of("out of memory"));
    }

    @Test
    void anEndedRunNeverChanges() {
        RunLog log = at(START);
        String id = log.start(Optional.empty(), "digits", "{}", Optional.empty());
        log.finish(id, "{}");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> log.fail(id, "too late"))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.NOT_FOUND);
        assertThat(log.find(id)).get().extracting(Run::state).isEqualTo(State.FINISHED);
    }

    @Test
    void aRunOfAnUnknownProjectIsRefused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> at(START).start(Optional.of("nobody"), "digits", "{}", Optional.empty()))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.CONFLICT);
    }

    @Test
    void theLatestRunComesFirst() {
        String older = at(START).start(Optional.empty(), "digits", "{}", Optional.empty());
        String newer = at(END).start(Optional.empty(), "digits", "{}", Optional.empty());
        assertThat(at(END).latest(10)).map(Run::id).containsExactly(newer, older);
        assertThat(at(END).latest(1)).map(Run::id).containsExactly(newer);
    }

    private RunLog at(Instant time) {
        return new RunLog(database, Clock.fixed(time, ZoneOffset.UTC), () -> new UUID(0, ++lastId));
    }
}
