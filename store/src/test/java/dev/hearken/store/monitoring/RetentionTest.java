package dev.hearken.store.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ClipChange;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.catalogue.UnusedSounds;
import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
@Timeout(120)
class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Watch WEEK_AND_MONTH = new Watch(true, 7, 30, Optional.empty(), Optional.empty(), Map.of());

    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private Database database;
    private ContentStore sounds;
    private PredictionLog log;
    private KeptRecordings recordings;
    private ProjectClips clips;
    private Retention retention;
    private UnusedSounds unused;

    RetentionTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        Home home = tested.home(directory);
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC()).create("doorbell", "custom");
        sounds = Shelf.SOUNDS.of(home);
        log = new PredictionLog(database);
        recordings = new KeptRecordings(database, sounds);
        clips = new ProjectClips(database, sounds, AudioReader.standard(), Clock.fixed(NOON, ZoneOffset.UTC));
        retention = new Retention(database);
        unused = new UnusedSounds(database, sounds);
    }

    @AfterEach
    void close() {
        recordings.close();
        log.close();
        database.close();
    }

    @Test
    void recordingsGoAfterTheirDaysAndAnswersAfterTheirs() throws Exception {
        String old = keep("old", wav(0.1f), NOON.minus(Duration.ofDays(8)));
        String young = keep("young", wav(0.2f), NOON.minus(Duration.ofDays(6)));
        List<String> forgotten = retention.forgetRecordings("doorbell", WEEK_AND_MONTH, NOON);
        assertThat(forgotten).containsExactly(old);
        forgotten.forEach(unused::forget);
        assertThat(sounds.find(old)).isEmpty();
        assertThat(sounds.find(young)).isPresent();
        assertThat(log.count("doorbell")).as("the answer itself stays").isEqualTo(2);

        Instant inThreeWeeks = NOON.plus(Duration.ofDays(23));
        assertThat(retention.forgetAnswers("doorbell", WEEK_AND_MONTH, inThreeWeeks))
                .isEqualTo(1);
        assertThat(log.find("doorbell", "young")).isPresent();
        assertThat(log.find("doorbell", "old")).isEmpty();
    }

    @Test
    void whatPeopleSaidOutlivesTheAnswerItWasAbout() {
        answer("a", NOON);
        log.append(new Feedback(
                "f",
                "doorbell",
                Optional.of("a"),
                Feedback.Kind.FALSE_ALARM,
                Optional.empty(),
                Optional.empty(),
                NOON));
        assertThat(retention.forgetAnswers("doorbell", WEEK_AND_MONTH, NOON.plus(Duration.ofDays(31))))
                .isEqualTo(1);
        assertThat(log.feedback("doorbell", 10).get(0).prediction()).isEmpty();
    }

    @Test
    void aGreatManyAnswersAreForgottenALittleAtATime() {
        for (int hundred = 0; hundred < 25; hundred++) {
            int first = 100 * hundred;
            assertThat(log.append(IntStream.range(first, first + 100)
                            .mapToObj(i -> prediction("id-" + i, NOON))
                            .toList()))
                    .isTrue();
        }
        assertThat(retention.forgetAnswers("doorbell", WEEK_AND_MONTH, NOON.plus(Duration.ofDays(31))))
                .isEqualTo(2_500);
        assertThat(log.count("doorbell")).isZero();
    }

    @Test
    void aSoundThatAClipNeedsStays() throws Exception {
        byte[] recording = wav(0.3f);
        String sha256 = keep("a", recording, NOON.minus(Duration.ofDays(8)));
        assertThat(clips.add("doorbell", "a.wav", recording, ClipFacts.labelled("ding")))
                .isInstanceOf(Intake.Added.class);
        retention.forgetRecordings("doorbell", WEEK_AND_MONTH, NOON).forEach(unused::forget);
        assertThat(sounds.find(sha256)).isPresent();
    }

    @Test
    void aDeletedClipGoesForGoodWhenItsTimeToBeTakenBackIsOver() {
        byte[] recording = wav(0.3f);
        assertThat(clips.add("doorbell", "a.wav", recording, ClipFacts.labelled("ding")))
                .isInstanceOf(Intake.Added.class);
        clips.change("doorbell", Set.of(1), new ClipChange(ClipFacts.NONE, Optional.empty(), Optional.of(true)));
        assertThat(clips.purge("doorbell", NOON.plusSeconds(1)))
                .as("its number would be given again")
                .isEmpty();
        assertThat(clips.add("doorbell", "b.wav", wav(0.4f), ClipFacts.NONE)).isInstanceOf(Intake.Added.class);
        assertThat(clips.purge("doorbell", NOON))
                .as("deleted at noon, not before")
                .isEmpty();

        List<String> purged = clips.purge("doorbell", NOON.plusSeconds(1));
        purged.forEach(unused::forget);
        assertThat(purged).hasSize(1);
        assertThat(sounds.find(purged.get(0))).isEmpty();
        assertThat(clips.find("doorbell", 1)).isEmpty();
    }

    /** Answers and keeps the recording; its SHA-256, once it is kept. */
    private String keep(String id, byte[] recording, Instant at) throws InterruptedException {
        answer(id, at);
        assertThat(recordings.keep(id, recording)).isTrue();
        Optional<String> kept = Optional.empty();
        while (kept.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
            kept = log.find("doorbell", id).flatMap(LoggedPrediction::audioSha256);
        }
        assertThat(recordings.find(log.find("doorbell", id).orElseThrow())).contains(recording);
        return kept.get();
    }

    private void answer(String id, Instant at) {
        assertThat(log.append(List.of(prediction(id, at)))).isTrue();
    }

    private static LoggedPrediction prediction(String id, Instant at) {
        return new LoggedPrediction(
                id, "doorbell", 1, "api", "a.wav", "ding", 0.9, 10, 1, Optional.empty(), Optional.empty(), at);
    }

    private static byte[] wav(float value) {
        float[] samples = new float[8_000];
        Arrays.fill(samples, value);
        return WavWriter.toBytes(Waveform.of(samples, 8_000));
    }
}
