package dev.hearken.store.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.runs.Run.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class RunLogTest {
    private final TestedDatabase tested;

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = Instant.parse("2026-11-21T12:00:58Z");

    private static final RunInputs DIGITS = RunInputs.of("digits", Map.of());
    private static final RunInputs ASKED = asked(Optional.empty(), Optional.of("the sweep"));

    @TempDir
    Path directory;

    private Database database;
    private int lastId;

    RunLogTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        database = Database.open(tested.home(directory));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunIsKeptWithWhatWentInAndWhatCameOut() {
        String id = at(START).start(ASKED);
        at(START).learnFrom(id, "a".repeat(64));
        assertThat(at(START).find(id)).get().extracting(Run::state).isEqualTo(State.RUNNING);

        at(END).finish(id, "{\"accuracy\":1.0,\"n\":300}");
        assertThat(at(END).find(id))
                .contains(new Run(
                        id,
                        ASKED,
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
        String stopped = log.start(DIGITS);
        String failed = log.start(DIGITS);
        log.stop(stopped, "{\"epochs\":3}");
        log.fail(failed, "out of memory");

        assertThat(log.find(stopped)).get().extracting(Run::state).isEqualTo(State.STOPPED);
        assertThat(log.find(failed)).get().extracting(Run::failure).isEqualTo(Optional.of("out of memory"));
    }

    @Test
    void anEndedRunNeverChanges() {
        RunLog log = at(START);
        String id = log.start(DIGITS);
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
                .isThrownBy(() -> at(START).start(asked(Optional.of("nobody"), Optional.empty())))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.CONFLICT);
    }

    @Test
    void theLatestRunComesFirst() {
        String older = at(START).start(DIGITS);
        String newer = at(END).start(DIGITS);
        assertThat(at(END).latest(10)).map(Run::id).containsExactly(newer, older);
        assertThat(at(END).latest(1)).map(Run::id).containsExactly(newer);
    }

    @Test
    void whatIsMeasuredOnTheWayIsKeptByStep() {
        RunLog log = at(START);
        String id = log.start(DIGITS);
        log.measure(id, 2, Map.of("loss", 0.5, "rate", Double.NaN));
        log.measure(id, 1, Map.of("loss", 1.0));
        log.measure(id, 1, Map.of("loss", 0.9));

        assertThat(log.metrics(id))
                .containsExactly(new RunMetric("loss", 1, 0.9, START), new RunMetric("loss", 2, 0.5, START));
    }

    @Test
    void aFileThatChangedIsNoLongerTheOneTheRunMade() throws IOException {
        RunLog log = at(START);
        String id = log.start(DIGITS);
        Path file = Files.writeString(directory.resolve("model.onnx"), "abc");
        log.attach(id, RunArtifact.of("model.onnx", file));

        RunArtifact kept = log.artifacts(id).get(0);
        assertThat(kept)
                .isEqualTo(new RunArtifact(
                        "model.onnx", file, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        assertThat(kept.isWhole()).isTrue();
        Files.writeString(file, "abd");
        assertThat(kept.isWhole()).isFalse();
    }

    @Test
    void aRunIsFoundByTheBeginningOfItsId() {
        String first = at(START).start(DIGITS);
        assertThat(at(START).named(first.substring(0, 8)).id()).isEqualTo(first);
        at(START).start(DIGITS);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> at(START).named("00000000"))
                .extracting(StoreException::error)
                .isEqualTo(StoreError.INVALID);
        for (String nothing : List.of("f", "")) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> at(START).named(nothing))
                    .extracting(StoreException::error)
                    .isEqualTo(StoreError.NOT_FOUND);
        }
    }

    @Test
    void trialsAreFoundByTheirSweep() {
        RunLog log = at(START);
        String sweep = log.start(DIGITS);
        String trial = log.start(asked(Optional.empty(), Optional.of(sweep)));
        assertThat(log.trials(sweep)).map(Run::id).containsExactly(trial);
        assertThat(log.trials(trial)).isEmpty();
    }

    @Test
    void aRunFromElsewhereIsTakenOnce() {
        Run elsewhere = new Run(
                new UUID(7, 7).toString(),
                ASKED,
                Optional.empty(),
                State.FAILED,
                Optional.empty(),
                Optional.of("out of memory"),
                START,
                Optional.of(END));
        List<RunMetric> metrics = List.of(new RunMetric("loss", 1, 0.5, START));

        assertThat(at(END).adopt(elsewhere, metrics, List.of())).isTrue();
        assertThat(at(END).adopt(elsewhere, List.of(), List.of())).isFalse();
        assertThat(at(END).find(elsewhere.id())).contains(elsewhere);
        assertThat(at(END).metrics(elsewhere.id())).isEqualTo(metrics);
    }

    @Test
    void figuresAreTheNumbersAndIntervalsAmongTheMetrics() {
        RunLog log = at(START);
        String id = log.start(DIGITS);
        assertThat(log.named(id).figures()).isEmpty();
        log.finish(
                id,
                "{\"accuracy\":0.9,\"accuracy_ci95\":[0.8,0.95],\"protocol\":\"official\",\"labels\":[\"a\",\"b\"]}");
        assertThat(log.named(id).figures())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("accuracy", 0.9, "accuracy_ci95_low", 0.8, "accuracy_ci95_high", 0.95));
    }

    private static RunInputs asked(Optional<String> project, Optional<String> parent) {
        return new RunInputs(
                "digits",
                project,
                parent,
                Map.of("training.epochs", "12"),
                Optional.of("/recordings"),
                Optional.of("_(\\w+)_"),
                Optional.of("official"),
                List.of("train", "digits"),
                Map.of("java", "17"));
    }

    private RunLog at(Instant time) {
        return new RunLog(database, Clock.fixed(time, ZoneOffset.UTC), () -> new UUID(0, ++lastId));
    }
}
