package dev.hearken.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobLimits;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How work ends in the queue that went wrong here: with a reason, and not in the next job's way. */
class JobRunnerTest {
    private static final JobRequest EVALUATION =
            new JobRequest(JobKind.EVALUATE, Optional.empty(), "{}", JobLimits.STANDARD);

    private final Database database;
    private final JobQueue queue;

    JobRunnerTest(@TempDir Path directory) {
        database = Database.open(Home.open(directory));
        queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
    }

    @BeforeEach
    void nothingWaits() {
        assertThat(queue.take("before")).isEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFullDiskAnUnreadableFileAndAMissingLibraryAreNamed() {
        assertThat(code(context -> {
                    throw new IOException("No space left on device");
                }))
                .isEqualTo("DISK_FULL");
        assertThat(code(context -> {
                    throw new UncheckedIOException(new IOException("checkpoint: Permission denied"));
                }))
                .isEqualTo("FILE_UNUSABLE");
        assertThat(code(context -> {
                    throw new UnsatisfiedLinkError("no torch in java.library.path");
                }))
                .isEqualTo("NATIVE_LIBRARY_MISSING");
        assertThat(code(context -> {
                    throw HearkenException.user("DATASET_ONE_LABEL", "there is one label only");
                }))
                .isEqualTo("DATASET_ONE_LABEL");
        assertThat(code(context -> {
                    throw new IllegalStateException("nobody thought of this");
                }))
                .isEqualTo("INTERNAL");
        assertThat(done(context -> Map.of("version", 1)).state())
                .as("and the next is done")
                .isEqualTo(State.SUCCEEDED);
    }

    /** The process ends, since nobody knows what else the memory was missing for; the job does not bring down the next worker, too. */
    @Test
    void aJobThatTookAllMemoryHasFailedBeforeItsWorkerEnds() {
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> done(context -> Map.of("samples", new float[Integer.MAX_VALUE])));
        assertThat(queue.take("the next worker")).as("it is not tried again").isEmpty();
        assertThat(done(context -> Map.of()).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void workThisReleaseDoesNotKnowIsRefused() {
        String id = queue.submit(EVALUATION).id();
        new JobRunner(queue, Map.of(), () -> false).run(queue.take("test").orElseThrow());
        assertThat(queue.find(id).orElseThrow().failure()).map(Failure::code).contains("JOB_UNKNOWN");
    }

    private String code(JobWork work) {
        return done(work).failure().map(Failure::code).orElse("none");
    }

    private Job done(JobWork work) {
        String id = queue.submit(EVALUATION).id();
        new JobRunner(queue, Map.of(JobKind.EVALUATE, work), () -> false)
                .run(queue.take("test").orElseThrow());
        return queue.find(id).orElseThrow();
    }
}
