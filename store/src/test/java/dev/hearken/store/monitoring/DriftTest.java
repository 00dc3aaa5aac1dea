package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.monitoring.Drift.Verdict;
import dev.hearken.store.monitoring.Reference.Heard;
import dev.hearken.store.monitoring.Reference.Origin;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digits starter is the version that answers; what it is asked is made up here. */
@OnEveryDatabase
class DriftTest {
    private final TestedDatabase tested;

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path directory;

    private Database database;
    private PredictionLog log;
    private DriftWatch watch;
    private References references;
    private final Random random = new Random(5);
    private int answered;

    DriftTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC());
        log = new PredictionLog(database);
        references = new References(database);
        watch = new DriftWatch(log, references);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void aVersionThatWasNotTrainedHereIsComparedWithItsFirstAnswers() {
        answer(199, -20);
        assertThat(watch.reference("digits", 1)).isEmpty();
        answer(1, -20);
        assertThat(watch.reference("digits", 1).orElseThrow().origin()).isEqualTo(Origin.FIRST_PREDICTIONS);
        assertThat(drift()).as("nothing was answered since").isEmpty();

        answer(100, -20);
        assertThat(drift().orElseThrow().answers())
                .as("the first are not compared with themselves")
                .isEqualTo(100);
        assertThat(drift().orElseThrow().verdict()).isEqualTo(Verdict.STABLE);
    }

    @Test
    void recordingsThatBecameQuieterAreSaidToHaveDrifted() {
        references.keep("digits", 1, training());
        answer(200, -35);
        Drift drift = drift().orElseThrow();
        assertThat(drift.reference().origin()).isEqualTo(Origin.TRAINING);
        assertThat(drift.verdict()).isEqualTo(Verdict.LARGE);
        assertThat(drift.furthest().orElseThrow().signal()).isEqualTo(Signal.LEVEL_DBFS);
        Drift.SignalDrift centre = drift.signals().stream()
                .filter(each -> each.signal() == Signal.CENTRE_HZ)
                .findFirst()
                .orElseThrow();
        assertThat(Drift.verdict(centre.stability())).isEqualTo(Verdict.STABLE);
        assertThat(centre.distance().pValue()).isGreaterThan(0.01);
    }

    @Test
    void ofAFewAnswersNothingIsConcluded() {
        references.keep("digits", 1, training());
        answer(49, -35);
        assertThat(drift().orElseThrow().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(drift().orElseThrow().furthest()).isEmpty();
    }

    @Test
    void aReferenceOfTheTrainingReplacesOneOfFirstAnswersAndNotTheOtherWay() {
        Reference first = Reference.ofFirst(Collections.nCopies(3, prediction(0, -20)), NOON);
        references.keep("digits", 1, first);
        assertThat(references.find("digits", 1)).contains(first);
        references.keep("digits", 1, training());
        references.keep("digits", 1, first);
        assertThat(references.find("digits", 1)).contains(training());
    }

    @Test
    void aLargeReferenceIsThinnedAndKeepsItsShape() {
        List<Heard> many = IntStream.range(0, 5_000)
                .mapToObj(i -> new Heard(new SoundFigures(-i / 100.0, -60, 900), 1))
                .toList();
        List<Double> levels = Reference.ofTraining(many, List.of(), Map.of(), NOON)
                .values()
                .getOrDefault(Signal.LEVEL_DBFS, List.of());
        assertThat(levels).hasSize(Reference.MOST_VALUES).isSorted();
        assertThat(levels.get(500)).isBetween(-25.1, -24.9);
    }

    @Test
    void whatStreamsDetectedIsNotTakenForAnAnswerToAClip() {
        references.keep("digits", 1, training());
        LoggedPrediction clip = prediction(0, -20);
        assertThat(log.append(List.of(new LoggedPrediction(
                        "s",
                        "digits",
                        1,
                        LoggedPrediction.STREAM,
                        "at 1 s",
                        "7",
                        0.99,
                        10,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        clip.at()))))
                .isTrue();
        assertThat(drift()).isEmpty();
    }

    private Optional<Drift> drift() {
        return watch.of("digits", 1, NOON.minusSeconds(1), NOON.plusSeconds(100_000));
    }

    private void answer(int count, double level) {
        assertThat(log.append(IntStream.range(answered, answered + count)
                        .mapToObj(i -> prediction(i, level))
                        .toList()))
                .isTrue();
        answered += count;
    }

    private static Reference training() {
        Random random = new Random(1);
        List<Heard> heard = IntStream.range(0, 400)
                .mapToObj(i -> new Heard(figures(random, -20), 1))
                .toList();
        return Reference.ofTraining(heard, List.of(0.9, 0.8, 0.95), Map.of("7", 200L, "8", 200L), NOON);
    }

    private static SoundFigures figures(Random random, double level) {
        return new SoundFigures(
                level + 3 * random.nextGaussian(), -60 + random.nextGaussian(), 900 + 100 * random.nextGaussian());
    }

    private LoggedPrediction prediction(int number, double level) {
        return new LoggedPrediction(
                "id-" + number,
                "digits",
                1,
                "api",
                "a.wav",
                number % 2 == 0 ? "7" : "8",
                0.9,
                1_200,
                1,
                Optional.of(figures(random, level)),
                Optional.empty(),
                NOON.plusSeconds(number));
    }
}
