package dev.hearken.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.JobEvent;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import dev.hearken.store.monitoring.Reference;
import dev.hearken.store.monitoring.Reference.Origin;
import dev.hearken.store.monitoring.References;
import dev.hearken.store.monitoring.Signal;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Policy;
import dev.hearken.store.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a worker does with jobs, on real recordings: three digits of four speakers, and a network trained for an epoch or two. */
@Timeout(300)
class WorkerTest {
    private static final Path RECORDINGS = Path.of(System.getenv().getOrDefault("HEARKEN_DATA", "../../shared/data"))
            .resolve("fsdd/recordings");
    private static final String QUICKLY = """
        {"settings":{"network":"dscnn-s","training.epochs":"2","augmentation.room":"0"}}\
        """;

    @TempDir
    Path directory;

    private Home home;
    private Database database;
    private Registry registry;
    private ProjectClips clips;
    private JobQueue queue;

    @BeforeEach
    void open() {
        assumeTrue(Files.isDirectory(RECORDINGS), () -> "no recordings at " + RECORDINGS.toAbsolutePath());
        home = Home.open(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.systemUTC());
        registry.create("three", "custom");
        clips = new ProjectClips(database, Shelf.SOUNDS.of(home), AudioReader.standard(), Clock.systemUTC());
        queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aTrainingLandsAVersionJudgedOnAFrozenTestSetAndTheNextIsJudgedBesideIt() throws IOException {
        bring("[012]_(theo|jackson|lucas|nicolas)_[0-4].wav");
        Job first = done(JobKind.TRAIN, QUICKLY);
        assertThat(first.state()).as(first.toString()).isEqualTo(State.SUCCEEDED);
        assertThat(registry.aliases("three")).containsEntry(Alias.LIVE, 1);
        Set<Integer> tested = tested();
        assertThat(tested).isNotEmpty();
        Reference reference = new References(database).find("three", 1).orElseThrow();
        assertThat(reference.origin()).as("what drift is told against").isEqualTo(Origin.TRAINING);
        assertThat(reference.values().get(Signal.CONFIDENCE)).hasSize(tested.size());
        assertThat(reference.values().get(Signal.LEVEL_DBFS)).hasSizeGreaterThan(tested.size());
        assertThat(registry.versions("three").get(0).summary().metricsJson())
                .contains("frozen test set", "\"n\":" + tested.size());
        assertThat(queue.events(first.id(), 0, 100))
                .filteredOn(event -> event.kind() == JobEvent.Kind.PROGRESS)
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.body()).contains("\"epoch\":2", "training_loss", "left_seconds"));

        bring("[012]_(theo|jackson|lucas|nicolas)_[5-6].wav");
        registry.decide("three", new Policy(false, OptionalInt.empty()));
        Job second = done(JobKind.RETRAIN, "{\"settings\":{\"training.epochs\":\"1\"}}");
        assertThat(second.state()).as(second.toString()).isEqualTo(State.SUCCEEDED);
        assertThat(tested()).as("the test set is frozen").isEqualTo(tested);
        assertThat(registry.aliases("three"))
                .as("the policy forbids promotion")
                .containsEntry(Alias.LIVE, 1)
                .containsEntry(Alias.CANDIDATE, 2);
        JsonNode comparison =
                JsonMapper.shared().readTree(second.resultJson().orElseThrow()).get("comparison");
        assertThat(comparison.get("live_version").intValue()).isEqualTo(1);
        assertThat(comparison.get("n").intValue()).isEqualTo(tested.size());
        assertThat(comparison.get("p_value").doubleValue()).isBetween(0.0, 1.0);
        assertThat(said(second)).contains("going on from version 1");

        Job judged = done(JobKind.EVALUATE, "{\"version\":2}");
        assertThat(JsonMapper.shared()
                        .readTree(judged.resultJson().orElseThrow())
                        .at("/comparison/fixed_clips")
                        .size())
                .isEqualTo(comparison.get("fixed").intValue());
    }

    @Test
    void clipsOfASpeakerWhoIsJudgedByAreNeverLearnedFrom() throws IOException {
        bring("[012]_(theo|jackson|lucas|nicolas)_[0-4].wav");
        ProjectData data = new ProjectData(clips, "three");
        data.freeze();
        Set<String> judged = speakers(Part.TEST);
        bring("[012]_(theo|jackson|lucas|nicolas|george)_[5-6].wav");
        data.freeze();
        assertThat(speakers(Part.TEST)).isEqualTo(judged);
        assertThat(speakers(Part.TRAIN)).contains("george").doesNotContainAnyElementsOf(judged);
    }

    @Test
    void aJobThatCannotBeDoneFailsWithItsReasonAndTheNextIsDone() throws IOException {
        Job empty = done(JobKind.TRAIN, QUICKLY);
        assertThat(empty.state()).isEqualTo(State.FAILED);
        bring("0_(theo|jackson|lucas|nicolas)_[0-4].wav");
        Job oneLabel = done(JobKind.TRAIN, QUICKLY);
        assertThat(oneLabel.failure()).map(Failure::code).contains("DATASET_ONE_LABEL");
        Job noSuchNetwork = done(JobKind.TRAIN, "{\"settings\":{\"network\":\"brain\"}}");
        assertThat(noSuchNetwork.failure()).map(Failure::code).contains("NETWORK_UNKNOWN");
        assertThat(registry.versions("three")).isEmpty();
    }

    @Test
    void aTrainingTakenUpAfterItsWorkerDiedGoesOnWhereItWas() throws IOException {
        bring("[012]_(theo|jackson|lucas|nicolas)_[0-4].wav");
        Job job = queue.submit(JobRequest.of(
                JobKind.TRAIN, "three", QUICKLY.replace("\"training.epochs\":\"2\"", "\"training.epochs\":\"3\"")));
        // A worker that is told to go after the first epoch: the checkpoint stays, the job goes back.
        worker(() -> epochs(job) >= 1).runOne();
        assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
        assertThat(registry.versions("three")).as("nothing half-made is seen").isEmpty();

        worker(() -> false).runOne();
        Job over = queue.find(job.id()).orElseThrow();
        assertThat(over.state()).as(over.toString()).isEqualTo(State.SUCCEEDED);
        assertThat(epochs(job)).as("no epoch was done twice").isEqualTo(3);
    }

    @Test
    void aCheckpointThatWasDamagedCostsTheTimeItSavedAndNotTheJob() throws IOException {
        bring("[012]_(theo|jackson|lucas|nicolas)_[0-4].wav");
        Job job = queue.submit(JobRequest.of(JobKind.TRAIN, "three", QUICKLY));
        worker(() -> epochs(job) >= 1).runOne();
        try (Stream<Path> cached = Files.list(home.cache())) {
            Path checkpoint = cached.filter(file -> file.toString().endsWith(".checkpoint"))
                    .findAny()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(checkpoint);
            Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
        }
        worker(() -> false).runOne();
        assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(State.SUCCEEDED);
        assertThat(said(job)).anyMatch(line -> line.startsWith("starting afresh"));
    }

    @Test
    void aTrainingThatIsCancelledEndsAndLeavesNoVersion() throws Exception {
        bring("[012]_(theo|jackson|lucas|nicolas)_[0-4].wav");
        Job job = queue.submit(JobRequest.of(
                JobKind.TRAIN, "three", QUICKLY.replace("\"training.epochs\":\"2\"", "\"training.epochs\":\"400\"")));
        Thread working = new Thread(() -> worker(() -> false).runOne());
        working.start();
        while (working.isAlive() && epochs(job) < 1) {
            Thread.sleep(50);
        }
        queue.cancel(job.id());
        working.join();
        assertThat(queue.find(job.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(registry.versions("three")).isEmpty();
    }

    @Test
    void voicesFillAProjectAndATypedPhraseIsLearnedWithWhatLiesInItsProject() {
        assumeTrue(!Voices.installed(home).all().isEmpty(), "no voices on this machine");
        registry.create("hey-computer", "phrase", Optional.of("hey computer"));
        Job said = done(JobKind.SYNTHESIZE, "hey-computer", """
            {"texts":{"hey computer":["hey computer"],"other":["good morning","how are you"]},"clips":12}\
            """);
        assertThat(said.resultJson().orElseThrow()).contains("\"project\":\"hey-computer\"", "\"refused\":0");
        assertThat(clips.all("hey-computer", ClipFilter.USABLE))
                .hasSizeGreaterThan(16)
                .allSatisfy(clip -> assertThat(clip.facts().licence()).isPresent());

        Job trained = done(JobKind.TRAIN, "hey-computer", """
            {"settings":{"clips":"60","sentences":"40","confusers":"20","passes":"1","training.steps":"60"}}\
            """);
        assertThat(trained.state()).as(trained.toString()).isEqualTo(State.SUCCEEDED);
        assertThat(registry.aliases("hey-computer")).containsEntry(Alias.LIVE, 1);
        assertThat(registry.versions("hey-computer").get(0).summary().labels().names())
                .containsExactly("hey computer", "_background_");
        assertThat(trained.resultJson().orElseThrow()).contains("\"promoted\":true", "\"run\":");
        assertThat(queue.events(trained.id(), 0, 1_000))
                .filteredOn(event -> event.kind() == JobEvent.Kind.PROGRESS)
                .extracting(JobEvent::body)
                .anySatisfy(body -> assertThat(body).contains("\"stage\":\"speak\"", "phrase clips"))
                .anySatisfy(body -> assertThat(body).contains("\"stage\":\"learn\"", "training steps"));
    }

    @Test
    void aJobNamesTheSetOrVoiceItDoesNotKnow() {
        assertThat(done(JobKind.IMPORT, "{\"collection\":\"nothing\"}").failure())
                .map(Failure::code)
                .contains("PUBLIC_SET_UNKNOWN");
        assertThat(done(JobKind.SYNTHESIZE, "{\"texts\":{\"a\":[\"a\"]},\"language\":\"x\"}")
                        .failure())
                .map(Failure::code)
                .contains("LANGUAGE_INVALID");
    }

    private Job done(JobKind kind, String settings) {
        return done(kind, "three", settings);
    }

    private Job done(JobKind kind, String project, String settings) {
        Job job = queue.submit(JobRequest.of(kind, project, settings));
        assertThat(worker(() -> false).runOne()).isTrue();
        return queue.find(job.id()).orElseThrow();
    }

    private WorkerLoop worker(BooleanSupplier stop) {
        return new WorkerLoop(home, database, "test", () -> Map.of(), stop);
    }

    private void bring(String names) throws IOException {
        try (Stream<Path> all = Files.list(RECORDINGS)) {
            for (Path file : all.filter(one -> one.getFileName().toString().matches(names.replace(".wav", "\\.wav")))
                    .sorted()
                    .toList()) {
                String[] parts = file.getFileName().toString().split("_", -1);
                ClipFacts facts =
                        new ClipFacts(Optional.of(parts[0]), Optional.of(parts[1]), Optional.empty(), Optional.empty());
                clips.add("three", file.getFileName().toString(), Files.readAllBytes(file), facts);
            }
        }
    }

    private Set<Integer> tested() {
        return clips.all("three", ClipFilter.USABLE.in(Part.TEST)).stream()
                .map(ProjectClip::number)
                .collect(Collectors.toSet());
    }

    private Set<String> speakers(Part part) {
        return clips.all("three", ClipFilter.USABLE.in(part)).stream()
                .flatMap(clip -> clip.facts().speaker().stream())
                .collect(Collectors.toSet());
    }

    private int epochs(Job job) {
        return (int) queue.events(job.id(), 0, 1_000).stream()
                .filter(event -> event.kind() == JobEvent.Kind.PROGRESS)
                .count();
    }

    private List<String> said(Job job) {
        return queue.events(job.id(), 0, 100).stream().map(JobEvent::body).toList();
    }
}
