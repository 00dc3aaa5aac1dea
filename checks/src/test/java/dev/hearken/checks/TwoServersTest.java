package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.contents.S3Server;
import dev.hearken.store.database.TestedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two servers and two workers, each with a home of its own, on one PostgreSQL and one bucket, as on four machines. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersTest {
    private static final String PROJECT = "/api/v1/projects/tones";
    private static final String QUICKLY =
            "{\"kind\":\"train\",\"settings\":{\"network\":\"dscnn-s\",\"training.epochs\":\"2\",\"augmentation.room\":\"0\"}}";
    private static final int LOOKS = 300;
    private static final int LOOK_EVERY_MILLIS = 100;

    @TempDir
    static Path directory;

    private static final List<HearkenProcess> PROCESSES = new ArrayList<>();
    private static Api one;
    private static Api other;

    @BeforeAll
    static void start() throws InterruptedException {
        Map<String, String> environment = new HashMap<>(S3Server.running().environment());
        environment.putAll(TestedDatabase.POSTGRESQL.emptyEnvironment());
        // All at once on a database without tables: one of them makes them, the others wait.
        for (String machine : List.of("one", "other")) {
            PROCESSES.add(HearkenProcess.server(directory.resolve(machine), environment));
        }
        for (String machine : List.of("third", "fourth")) {
            PROCESSES.add(HearkenProcess.worker(directory.resolve(machine), environment));
        }
        one = new Api(PROCESSES.get(0).awaitReady().address());
        other = new Api(PROCESSES.get(1).awaitReady().address());
    }

    @AfterAll
    static void stop() {
        PROCESSES.forEach(HearkenProcess::close);
    }

    @Test
    @Order(1)
    void whatOneServerTakesInTheOtherHas() throws Exception {
        one.send("POST", "/api/v1/projects", "{\"name\":\"tones\",\"recipe\":\"custom\"}");
        CompletableFuture<Void> half = CompletableFuture.runAsync(() -> upload(one, 0));
        upload(other, 1);
        half.join();

        JsonNode clips = one.get(PROJECT + "/clips?limit=1000");
        assertThat(clips.get("total").intValue())
                .as("no number was given twice")
                .isEqualTo(40);
        JsonNode clip = clips.get("clips").get(0);
        int number = clip.get("number").intValue();
        assertThat(other.bytes(PROJECT + "/clips/" + number + "/audio"))
                .isEqualTo(one.bytes(PROJECT + "/clips/" + number + "/audio"));
    }

    @Test
    @Order(2)
    void aJobAskedForHereAndDoneElsewhereIsFollowedThere() throws Exception {
        String id = one.send("POST", PROJECT + "/jobs", QUICKLY).get("id").stringValue();
        String events = new String(other.bytes("/api/v1/jobs/" + id + "/events"), StandardCharsets.UTF_8);
        assertThat(events).contains("data:queued", "data:running", "event:progress", "data:succeeded");

        await(() -> answers(one, 1) && answers(other, 1));
    }

    @Test
    @Order(3)
    void aPromotionAndARollbackAreFollowedByBoth() throws Exception {
        String id = other.send("POST", PROJECT + "/jobs", QUICKLY.replace("\"2\"", "\"3\""))
                .get("id")
                .stringValue();
        var unused = one.bytes("/api/v1/jobs/" + id + "/events");
        one.send("POST", PROJECT + "/versions/2/promote", "");
        await(() -> answers(one, 2) && answers(other, 2));
        other.send("POST", PROJECT + "/rollback", "");
        await(() -> answers(one, 1) && answers(other, 1));
    }

    @Test
    @Order(4)
    void eachJobIsDoneOnceAlthoughTwoWorkersLook() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Api server = i % 2 == 0 ? one : other;
            ids.add(server.send("POST", PROJECT + "/jobs", "{\"kind\":\"evaluate\"}")
                    .get("id")
                    .stringValue());
        }
        for (String id : ids) {
            String events = new String(one.bytes("/api/v1/jobs/" + id + "/events"), StandardCharsets.UTF_8);
            assertThat(events).containsOnlyOnce("data:running").containsOnlyOnce("data:succeeded");
            assertThat(other.get("/api/v1/jobs/" + id).get("attempts").intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(5)
    void whatOneAnsweredTheOtherRemembers() throws Exception {
        String id = predict(one).at("/results/0/id").stringValue();
        other.upload(PROJECT + "/feedback", "", new byte[0], Map.of("kind", "label", "label", "low", "prediction", id));
        assertThat(one.get(PROJECT + "/feedback").get(0).get("prediction").stringValue())
                .isEqualTo(id);
    }

    /** Twenty clips, every second of forty. */
    private static void upload(Api server, int first) {
        for (int number = first; number < 40; number += 2) {
            // Pairs of each label and speaker on either server.
            int tone = number / 2 + number % 2 * 20;
            try {
                server.upload(
                        PROJECT + "/clips",
                        tone + ".wav",
                        Tones.wav(tone),
                        Map.of("label", Tones.label(tone), "speaker", Tones.speaker(tone)));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static JsonNode predict(Api server) throws IOException, InterruptedException {
        return server.upload(PROJECT + "/predictions", "tone.wav", Tones.wav(1_000), Map.of());
    }

    private static boolean answers(Api server, int version) throws InterruptedException {
        try {
            return predict(server).get("model_version").intValue() == version;
        } catch (IOException noLiveModelYet) {
            return false;
        }
    }

    private static void await(Callable<Boolean> state) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            if (state.call()) {
                return;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        throw new AssertionError("it never came to that");
    }
}
