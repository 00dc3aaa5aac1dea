package dev.hearken.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.Lease.Standing;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class JobQueueTest {
    private final TestedDatabase tested;

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final JobRequest TRAINING = JobRequest.of(JobKind.TRAIN, "digits", "{}");

    @TempDir
    Path directory;

    private Home home;
    private Database database;

    JobQueueTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        home = tested.home(directory);
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC()).create("digits", "digits");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void jobsAreTakenInTheOrderTheyWereAskedFor() {
        Job first = at(0).submit(TRAINING);
        Job second = at(1).submit(TRAINING);

        assertThat(at(2).take("anna").orElseThrow().job().id()).isEqualTo(first.id());
        assertThat(at(2).take("berta").orElseThrow().job().id()).isEqualTo(second.id());
        assertThat(at(2).take("clara")).isEmpty();
    }

    @Test
    void aJobOfAProjectThatIsNotThereIsRefused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> at(0).submit(JobRequest.of(JobKind.TRAIN, "nobody", "{}")))
                .satisfies(e -> assertThat(e.error()).isEqualTo(StoreError.CONFLICT));
    }

    @Test
    void aJobThatWasDoneKeepsItsResultAndWhatItSaid() {
        String id = at(0).submit(TRAINING).id();
        Lease lease = at(1).take("anna").orElseThrow();
        at(2).log(lease, "3,000 clips");
        at(3).progress(lease, "{\"epoch\":1}");
        assertThat(at(4).succeed(lease, "{\"version\":2}")).isTrue();

        Job job = at(5).find(id).orElseThrow();
        assertThat(job.state()).isEqualTo(State.SUCCEEDED);
        assertThat(job.resultJson()).contains("{\"version\":2}");
        assertThat(job.progressJson()).contains("{\"epoch\":1}");
        assertThat(job.startedAt()).contains(NOON.plusSeconds(1));
        assertThat(job.endedAt()).contains(NOON.plusSeconds(4));
        assertThat(at(5).events(id, 0, 100))
                .extracting(event -> event.number() + " " + event.kind() + " " + event.body())
                .containsExactly(
                        "1 STATE queued",
                        "2 STATE running",
                        "3 LOG 3,000 clips",
                        "4 PROGRESS {\"epoch\":1}",
                        "5 STATE succeeded");
        assertThat(at(5).events(id, 3, 1)).extracting(JobEvent::number).containsExactly(4L);
    }

    @Test
    void aSilentWorkersJobIsTakenAgainAndWhatItSaysLateIsNotHeard() {
        String id = at(0).submit(TRAINING).id();
        Lease silent = at(0).take("anna").orElseThrow();
        assertThat(at(30).take("berta")).as("the lease holds for 30 s").isEmpty();

        Lease again = at(31).take("berta").orElseThrow();
        assertThat(again.job().id()).isEqualTo(id);
        assertThat(again.job().attempts()).isEqualTo(2);
        assertThat(at(32).heartbeat(silent)).isEqualTo(Standing.LOST);
        assertThat(at(32).succeed(silent, "{}")).isFalse();
        at(32).log(silent, "still here");
        assertThat(at(33).find(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        assertThat(at(33).events(id, 0, 100)).noneMatch(event -> event.body().equals("still here"));
        assertThat(at(33).succeed(again, "{}")).isTrue();
    }

    @Test
    void theSameWorkerTakingItAgainDoesNotReviveTheOldLease() {
        at(0).submit(TRAINING);
        Lease old = at(0).take("anna").orElseThrow();
        Lease renewed = at(31).take("anna").orElseThrow();
        assertThat(at(32).heartbeat(old)).isEqualTo(Standing.LOST);
        assertThat(at(32).heartbeat(renewed)).isEqualTo(Standing.HELD);
    }

    @Test
    void signsOfLifeKeepTheLease() {
        at(0).submit(TRAINING);
        Lease lease = at(0).take("anna").orElseThrow();
        assertThat(at(25).heartbeat(lease)).isEqualTo(Standing.HELD);
        assertThat(at(54).take("berta")).isEmpty();
    }

    @Test
    void aJobThatKillsItsWorkersIsGivenUp() {
        String id = at(0).submit(new JobRequest(
                        JobKind.TRAIN, Optional.of("digits"), "{}", new JobLimits(2, Duration.ofHours(1))))
                .id();
        assertThat(at(0).take("anna")).isPresent();
        assertThat(at(100).take("berta")).isPresent();

        assertThat(at(200).take("clara")).isEmpty();
        Job job = at(200).find(id).orElseThrow();
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.failure()).map(Failure::code).contains("WORKER_DIED");
    }

    @Test
    void aJobThatWasGivenUpDoesNotKeepTheNextOneWaiting() {
        at(0).submit(new JobRequest(JobKind.TRAIN, Optional.empty(), "{}", new JobLimits(1, Duration.ofHours(1))));
        Job next = at(1).submit(TRAINING);
        assertThat(at(1).take("anna")).isPresent();

        assertThat(at(100).take("berta").orElseThrow().job().id()).isEqualTo(next.id());
    }

    @Test
    void aJobGivenBackIsTakenAgainAndTheAttemptDoesNotCount() {
        at(0).submit(TRAINING);
        at(1).giveBack(at(0).take("anna").orElseThrow());
        assertThat(at(2).take("berta").orElseThrow().job().attempts()).isEqualTo(1);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneWhenItsWorkerHears() {
        String waiting = at(0).submit(TRAINING).id();
        assertThat(at(1).cancel(waiting).state()).isEqualTo(State.CANCELLED);

        String running = at(2).submit(TRAINING).id();
        Lease lease = at(3).take("anna").orElseThrow();
        assertThat(at(4).cancel(running).state()).isEqualTo(State.RUNNING);
        assertThat(at(5).heartbeat(lease)).isEqualTo(Standing.CANCEL_WANTED);
        assertThat(at(6).acknowledgeCancel(lease)).isTrue();
        assertThat(at(7).cancel(running).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aJobWhoseWorkerDiedIsNotTakenAgainIfItWasToBeCancelled() {
        String id = at(0).submit(TRAINING).id();
        assertThat(at(0).take("anna")).isPresent();
        at(1).cancel(id);

        assertThat(at(100).take("berta")).isEmpty();
        assertThat(at(100).find(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void anAttemptThatTakesTooLongHearsIt() {
        at(0).submit(new JobRequest(JobKind.TRAIN, Optional.empty(), "{}", new JobLimits(1, Duration.ofSeconds(20))));
        Lease lease = at(0).take("anna").orElseThrow();
        assertThat(at(20).heartbeat(lease)).isEqualTo(Standing.HELD);
        assertThat(at(21).heartbeat(lease)).isEqualTo(Standing.TIME_UP);
    }

    @Test
    void ofSeveralWhoSeeTheSameReasonOneIsHeard() {
        JobRequest retraining = JobRequest.of(JobKind.RETRAIN, "digits", "{}");
        Optional<Job> first = at(0).submitAfter(Optional.empty(), retraining);
        assertThat(first).isPresent();
        assertThat(at(1).submitAfter(Optional.empty(), retraining)).isEmpty();
        assertThat(at(2).submitAfter(first, retraining)).isPresent();
        assertThat(at(3).submitAfter(first, retraining)).isEmpty();
        assertThat(at(4).ofProject("digits", 10, 0)).hasSize(2);
    }

    @Test
    void manyTakersNeverGetTheSameJob() throws Exception {
        int jobs = 40;
        for (int i = 0; i < jobs; i++) {
            at(i).submit(TRAINING);
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String worker = "worker-" + i;
            taken.add(workers.submit((Callable<List<String>>) () -> takeAll(worker)));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> each : taken) {
            all.addAll(each.get());
        }
        workers.shutdown();
        assertThat(all).hasSize(jobs).doesNotHaveDuplicates();
    }

    /** Each worker on a database of its own, as another process would have it. */
    private List<String> takeAll(String worker) {
        List<String> ids = new ArrayList<>();
        try (Database own = Database.open(home)) {
            JobQueue queue = new JobQueue(own, Clock.fixed(NOON, ZoneOffset.UTC), UUID::randomUUID);
            for (Optional<Lease> lease = queue.take(worker); lease.isPresent(); lease = queue.take(worker)) {
                ids.add(lease.get().job().id());
            }
        }
        return ids;
    }

    private JobQueue at(int seconds) {
        return new JobQueue(database, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC), UUID::randomUUID);
    }
}
