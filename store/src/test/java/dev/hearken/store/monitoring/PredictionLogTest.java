package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class PredictionLogTest {
    private final TestedDatabase tested;

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path directory;

    private Database database;
    private PredictionLog log;

    PredictionLogTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC()).create("doorbell", "custom");
        log = new PredictionLog(database);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void answersAreKeptAndListedNewestFirst() {
        assertThat(log.append(List.of(prediction("a", 0), prediction("b", 1)))).isTrue();
        assertThat(log.append(List.of(prediction("c", 2)))).isTrue();
        assertThat(log.latest("doorbell", 2, 0)).containsExactly(prediction("c", 2), prediction("b", 1));
        assertThat(log.latest("doorbell", 2, 2)).containsExactly(prediction("a", 0));
        assertThat(log.count("doorbell")).isEqualTo(3);
        assertThat(log.find("doorbell", "b")).contains(prediction("b", 1));
        assertThat(log.find("other", "b")).isEmpty();
    }

    @Test
    void manyWritersAtOnceAllKnowWhatBecameOfTheirs() {
        List<Boolean> kept = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> log.append(List.of(prediction("id-" + i, i))))
                .toList();
        assertThat(kept).containsOnly(true);
        assertThat(log.count("doorbell")).isEqualTo(200);
    }

    @Test
    void whatCannotBeKeptIsOwnedUpToAndTheNextIsKept() {
        LoggedPrediction ofNobody = new LoggedPrediction(
                "x", "nobody", 1, "api", "x", "yes", 1, 1, 1, Optional.empty(), Optional.empty(), NOON);
        assertThat(log.append(List.of(ofNobody))).isFalse();
        assertThat(log.append(List.of(prediction("y", 0)))).isTrue();
        log.close();
        assertThat(log.append(List.of(prediction("z", 0)))).isFalse();
    }

    @Test
    void whatPeopleSayIsKeptWithTheAnswerItIsAbout() {
        assertThat(log.append(List.of(prediction("a", 0)))).isTrue();
        Feedback feedback = new Feedback(
                "f", "doorbell", Optional.of("a"), Feedback.Kind.LABEL, Optional.of("no"), Optional.of(7), NOON);
        log.append(feedback);
        assertThat(log.feedback("doorbell", 10)).containsExactly(feedback);
    }

    private static LoggedPrediction prediction(String id, int second) {
        return new LoggedPrediction(
                id,
                "doorbell",
                1,
                "api",
                id + ".wav",
                "yes",
                0.9,
                1_200,
                1,
                Optional.of(new SoundFigures(-20, -55, 900)),
                Optional.empty(),
                NOON.plusSeconds(second));
    }
}
