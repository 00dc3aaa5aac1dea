package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import dev.hearken.store.jobs.Lease.Standing;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Jobs as a client sees them; the test is the worker, in another process for all the server knows. */
@Timeout(120)
class JobsTest {
    private static final String JOBS = "/api/v1/projects/loudness/jobs";

    @TempDir
    static Path directory;

    private static RunningServer running;
    private static JobQueue queue;

    @BeforeAll
    static void start() {
        running = new RunningServer(directory);
        queue = new JobQueue(running.database, Clock.systemUTC(), UUID::randomUUID);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aJobIsAskedForAndTheWorkerIsToldWhatWasAsked() {
        String id = submit("{\"kind\":\"train\",\"settings\":{\"seed\":\"7\"}}");
        Lease lease = queue.take("test").orElseThrow();
        assertThat(lease.job().request().settingsJson()).isEqualTo("{\"settings\":{\"seed\":\"7\"}}");
        queue.fail(lease, new Failure("DATASET_ONE_LABEL", "there is one label only"));

        JsonNode job = running.client.get("/api/v1/jobs/" + id).is(200).json();
        assertThat(job.get("state").stringValue()).isEqualTo("failed");
        assertThat(job.at("/failure/code").stringValue()).isEqualTo("DATASET_ONE_LABEL");
        assertThat(job.at("/request/settings/seed").stringValue()).isEqualTo("7");
        assertThat(running.client.get(JOBS).json().at("/jobs/0/id").stringValue())
                .isEqualTo(id);
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeItWaits() {
        running.client.send("POST", JOBS, "{\"kind\":\"dance\"}").isProblem(422, "INVALID");
        running.client
                .send("POST", JOBS, "{\"kind\":\"train\",\"settings\":{\"sede\":\"7\"}}")
                .isProblem(422, "SETTING_UNKNOWN");
        running.client
                .send("POST", "/api/v1/projects/nobody/jobs", "{\"kind\":\"train\"}")
                .isProblem(404, "PROJECT_NOT_FOUND");
        running.client
                .send("POST", "/api/v1/projects/digits/jobs", "{\"kind\":\"train\"}")
                .isProblem(422, "RECIPE_UNKNOWN");
        running.client.get("/api/v1/jobs/nothing").isProblem(404, "JOB_NOT_FOUND");
    }

    @Test
    void whoeverFollowsAJobHearsEverythingFromWhereTheyWereUntilItIsOver() {
        String id = submit("{\"kind\":\"evaluate\",\"version\":1}");
        CompletableFuture<Answer> following =
                CompletableFuture.supplyAsync(() -> running.client.get("/api/v1/jobs/" + id + "/events"));
        Lease lease = queue.take("test").orElseThrow();
        queue.log(lease, "12 clips");
        queue.progress(lease, "{\"epoch\":1,\"training_loss\":0.5}");
        queue.succeed(lease, "{\"version\":1}");

        String events = following.join().is(200).text();
        assertThat(events)
                .contains("id:1\nevent:state\ndata:queued")
                .contains("id:2\nevent:state\ndata:running")
                .contains("id:3\nevent:log\ndata:12 clips")
                .contains("id:4\nevent:progress\ndata:{\"epoch\":1,\"training_loss\":0.5}")
                .contains("id:5\nevent:state\ndata:succeeded");
        assertThat(running.client
                        .get("/api/v1/jobs/" + id + "/events", "Last-Event-ID", "4")
                        .text())
                .doesNotContain("id:4")
                .contains("data:succeeded");
        assertThat(running.client
                        .get("/api/v1/jobs/" + id + "/log")
                        .json()
                        .get(0)
                        .get("text")
                        .stringValue())
                .isEqualTo("12 clips");
    }

    @Test
    void aWaitingJobIsEndedAtOnceAndARunningOneHearsOfIt() {
        String waiting = submit("{\"kind\":\"train\"}");
        assertThat(cancel(waiting)).isEqualTo("cancelled");

        String begun = submit("{\"kind\":\"train\"}");
        Lease lease = queue.take("test").orElseThrow();
        assertThat(cancel(begun)).isEqualTo("running");
        assertThat(queue.heartbeat(lease)).isEqualTo(Standing.CANCEL_WANTED);
        queue.acknowledgeCancel(lease);
        assertThat(cancel(begun)).isEqualTo("cancelled");
    }

    private static String submit(String json) {
        return running.client.send("POST", JOBS, json).is(202).json().get("id").stringValue();
    }

    private static String cancel(String id) {
        return running.client
                .send("POST", "/api/v1/jobs/" + id + "/cancel", "")
                .is(200)
                .json()
                .get("state")
                .stringValue();
    }
}
