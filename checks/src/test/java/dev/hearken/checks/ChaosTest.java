package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.monitoring.Feedback;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Servers and workers are killed at random moments while a team works; whatever was acknowledged must be there afterwards.
 *
 * <p>{@code ./hearken chaos} does it thirty times and writes what it saw; every build does it a few times.
 */
@Timeout(3_600)
class ChaosTest {
    private static final int KILLS = Integer.getInteger("hearken.chaos.kills", 3);
    private static final int LONGEST_PEACE_MILLIS = Integer.getInteger("hearken.chaos.peace.millis", 4_000);
    private static final String RESULTS = System.getProperty("hearken.chaos.results", "");
    private static final long SEED = 20_261_121;
    private static final int LOOKS = 1_800;
    private static final int LOOK_EVERY_MILLIS = 100;

    @TempDir
    Path directory;

    private final Acknowledged acknowledged = new Acknowledged();
    private int killedServers;
    private int killedWorkers;

    /** Every build is content with one. */
    static List<TestedDatabase> databases() {
        return RESULTS.isEmpty() ? List.of(TestedDatabase.SQLITE) : List.of(TestedDatabase.values());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingThatWasAcknowledgedIsLost(TestedDatabase database) throws Exception {
        Map<String, String> environment = database.emptyEnvironment();
        Path root = directory.resolve("home");
        try (HearkenProcess server = HearkenProcess.server(root, environment).awaitReady();
                HearkenProcess worker = HearkenProcess.worker(root, environment)) {
            Team team = Team.atWork(server.address(), acknowledged);
            try {
                kill(server, worker);
            } finally {
                team.goHome();
            }
            assertThat(team.complaints()).isEmpty();
            settle(new Home(root, environment));
        }
        check(new Home(root, environment), database);
    }

    private void kill(HearkenProcess server, HearkenProcess worker) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(random.nextInt(LONGEST_PEACE_MILLIS));
            if (kill % 2 == 0) {
                server.kill();
                server.restart();
                killedServers++;
                // Every fifth time it is killed again before it is up.
                if (random.nextInt(5) > 0) {
                    server.awaitReady();
                }
            } else {
                worker.kill();
                worker.restart();
                killedWorkers++;
            }
        }
        server.awaitReady();
    }

    /** Waits until the last job is over. */
    private void settle(Home home) throws InterruptedException {
        try (Database database = Database.open(home)) {
            JobQueue queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
            for (int look = 0; look < LOOKS; look++) {
                if (queue.ofProject("tones", 1_000, 0).stream()
                        .allMatch(job -> job.state().isOver())) {
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            throw new AssertionError("jobs do not go on: " + queue.ofProject("tones", 10, 0));
        }
    }

    private void check(Home home, TestedDatabase kind) throws IOException {
        try (Database database = Database.open(home);
                PredictionLog log = new PredictionLog(database)) {
            clipsAreThere(home, database);
            assertThat(acknowledged.predictions)
                    .allSatisfy(id -> assertThat(log.find("digits", id)).isPresent());
            assertThat(log.feedback("digits", Integer.MAX_VALUE))
                    .extracting(Feedback::id)
                    .containsAll(acknowledged.feedback);
            List<ModelVersion> versions = versionsAreWhole(home, database);
            Map<String, Long> jobs = jobsAreOver(database);
            write(kind, versions.size(), jobs);
        }
    }

    private void clipsAreThere(Home home, Database database) {
        ProjectClips clips =
                new ProjectClips(database, Shelf.SOUNDS.of(home), AudioReader.standard(), Clock.systemUTC());
        Map<Integer, ProjectClip> there = clips.all("tones", ClipFilter.PRESENT).stream()
                .collect(Collectors.toMap(ProjectClip::number, Function.identity()));
        assertThat(there.keySet()).containsAll(acknowledged.tones.keySet());
        acknowledged.tones.forEach((number, tone) -> {
            ProjectClip clip = Objects.requireNonNull(there.get(number));
            assertThat(clips.file(clip)).as("clip %d", number).isEqualTo(Tones.wav(tone));
            assertThat(acknowledged.labels.get(number))
                    .as("labels of clip %d", number)
                    .contains(clip.facts().label().orElseThrow());
        });
    }

    private static List<ModelVersion> versionsAreWhole(Home home, Database database) {
        Registry registry = Registry.open(home, database, Clock.systemUTC());
        List<ModelVersion> versions = registry.versions("tones");
        assertThat(versions)
                .allSatisfy(
                        version -> assertThat(registry.load(version).digest()).isEqualTo(version.sha256()));
        ContentStore models = Shelf.MODELS.of(home);
        assertThat(models.all())
                .allSatisfy(sha256 -> assertThat(models.find(sha256)).isPresent());
        return versions;
    }

    /** Each job was done, or its worker was killed as often as it may be. */
    private Map<String, Long> jobsAreOver(Database database) {
        JobQueue queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
        List<Job> jobs = acknowledged.jobs.stream()
                .map(id -> queue.find(id).orElseThrow())
                .toList();
        assertThat(jobs)
                .allSatisfy(job -> assertThat(job.state() == State.SUCCEEDED
                                || job.failure().map(Failure::code).orElse("").equals("WORKER_DIED"))
                        .as(job.toString())
                        .isTrue());
        return jobs.stream()
                .collect(Collectors.groupingBy(
                        job -> job.state() == State.SUCCEEDED && job.attempts() > 1
                                ? "done after its worker was killed"
                                : job.state().name().toLowerCase(Locale.ROOT),
                        Collectors.counting()));
    }

    private void write(TestedDatabase kind, int versions, Map<String, Long> jobs) throws IOException {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("database", kind.toString());
        seen.put("killed_servers", killedServers);
        seen.put("killed_workers", killedWorkers);
        seen.put("deeds_done", acknowledged.done.get());
        seen.put("deeds_not_done", acknowledged.notDone.get());
        seen.put("clips", acknowledged.tones.size());
        seen.put(
                "clips_with_one_right_label",
                acknowledged.labels.values().stream()
                        .filter(labels -> labels.size() == 1)
                        .count());
        seen.put("predictions", acknowledged.predictions.size());
        seen.put("feedback", acknowledged.feedback.size());
        seen.put("jobs", jobs);
        seen.put("versions", versions);
        seen.put("lost", 0);
        if (!RESULTS.isEmpty()) {
            Path file = Files.createDirectories(Path.of(RESULTS))
                    .resolve("chaos-" + kind.name().toLowerCase(Locale.ROOT) + ".json");
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(seen) + "\n");
        }
    }
}
