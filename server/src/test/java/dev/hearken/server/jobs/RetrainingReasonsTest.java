package dev.hearken.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Reference;
import dev.hearken.store.monitoring.Reference.Heard;
import dev.hearken.store.monitoring.References;
import dev.hearken.store.monitoring.SoundFigures;
import dev.hearken.store.registry.Policy;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter project {@code digits} with a clip that came at noon. */
class RetrainingReasonsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path directory;

    private Instant now = NOON;
    private Database database;
    private Registry registry;
    private Project digits;
    private ProjectClips clips;
    private PredictionLog log;
    private References references;
    private RetrainingReasons reasons;

    @BeforeEach
    void open() {
        Home home = Home.open(directory);
        database = Database.open(home);
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        registry = Registry.open(home, database, clock);
        digits = registry.project("digits").orElseThrow();
        clips = new ProjectClips(database, Shelf.SOUNDS.of(home), AudioReader.standard(), clock);
        log = new PredictionLog(database);
        references = new References(database);
        reasons = new RetrainingReasons(registry, clips, new DriftWatch(log, references), clock);
        add(0.5f);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void whoDecidedNothingIsNotRetrained() {
        now = NOON.plus(Duration.ofDays(1_000));
        assertThat(reasons.of(digits, Optional.empty())).isEmpty();
    }

    @Test
    void soManyNewClipsAreAReason() {
        decide(new Policy(true, OptionalInt.of(2)));
        assertThat(reasons.of(digits, Optional.empty())).isEmpty();
        add(0.25f);
        assertThat(reasons.of(digits, Optional.empty())).contains("2 new labelled clips");
        assertThat(reasons.of(digits, Optional.of(NOON.plusSeconds(1)))).isEmpty();
    }

    @Test
    void aScheduleIsAReasonIfThereIsSomethingNewToLearnFrom() {
        decide(new Policy(true, OptionalInt.empty(), OptionalDouble.empty(), OptionalInt.of(7)));
        Optional<Instant> sixDaysBefore = Optional.of(NOON.minus(Duration.ofDays(6)));
        assertThat(reasons.of(digits, sixDaysBefore)).isEmpty();
        now = NOON.plus(Duration.ofDays(1));
        assertThat(reasons.of(digits, sixDaysBefore)).contains("7 days since the last training");
        now = NOON.plus(Duration.ofDays(100));
        assertThat(reasons.of(digits, Optional.of(NOON.plusSeconds(1))))
                .as("no clip came since")
                .isEmpty();
    }

    @Test
    void driftIsAReasonOncePerTraining() {
        decide(new Policy(true, OptionalInt.empty(), OptionalDouble.of(0.25), OptionalInt.empty()));
        references.keep("digits", 1, loud());
        Optional<Instant> hourBefore = Optional.of(NOON.minus(Duration.ofHours(1)));
        assertThat(reasons.of(digits, hourBefore)).as("nothing was answered").isEmpty();

        assertThat(log.append(IntStream.range(0, 60).mapToObj(this::quiet).toList()))
                .isTrue();
        assertThat(reasons.of(digits, hourBefore))
                .as("it was looked at just now")
                .isEmpty();
        now = NOON.plus(Duration.ofMinutes(6));
        assertThat(reasons.of(digits, hourBefore).orElseThrow())
                .startsWith("drift: level_dbfs moved by a PSI of ")
                .endsWith(" in 60 answers");

        add(0.25f);
        now = NOON.plus(Duration.ofMinutes(12));
        assertThat(reasons.of(
                        digits, Optional.of(NOON.plus(Duration.ofMinutes(6)).minusMillis(1))))
                .as("nothing was answered since the training it asked for")
                .isEmpty();
    }

    private void decide(Policy policy) {
        registry.decide("digits", policy);
        assertThat(registry.policy("digits")).isEqualTo(policy);
    }

    private void add(float value) {
        float[] samples = new float[8_000];
        Arrays.fill(samples, value);
        assertThat(clips.add(
                        "digits", "a.wav", WavWriter.toBytes(Waveform.of(samples, 8_000)), ClipFacts.labelled("7")))
                .isInstanceOf(Intake.Added.class);
    }

    private static Reference loud() {
        List<Heard> heard = IntStream.range(0, 100)
                .mapToObj(i -> new Heard(new SoundFigures(-20 + i / 100.0, -60, 900), 1))
                .toList();
        return Reference.ofTraining(heard, List.of(), Map.of(), NOON.minus(Duration.ofDays(2)));
    }

    private LoggedPrediction quiet(int number) {
        return new LoggedPrediction(
                "id-" + number,
                "digits",
                1,
                "api",
                "a.wav",
                "7",
                0.9,
                10,
                1,
                Optional.of(new SoundFigures(-50 + number / 100.0, -60, 900)),
                Optional.empty(),
                NOON);
    }
}
