package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.HearkenException;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Typed phrases as a client sees them. How they are spoken is the business of whoever starts the server: here, of this test. */
@Timeout(120)
class PhrasesTest {
    private static final String PHRASES = "/api/v1/phrases";

    @TempDir
    private Path directory;

    private Database database;
    private Registry registry;
    private JobQueue queue;
    private HearkenServer server;
    private Client client;

    @BeforeEach
    void start() {
        Home home = Home.open(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.systemUTC());
        queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
        server = HearkenServer.start(ServerSettings.of(directory)
                .withPort(0)
                .withRecipes(List.of(new RecipeOffer(
                        "phrase",
                        "Was it said?",
                        List.of("head"),
                        Map.of("clips", "2000", "false_alarms_per_hour", "0.5"))))
                .withSpeech(new Echo()));
        client = new Client(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @Test
    void aTypedPhraseBecomesAProjectAndItsTrainingAJob() {
        JsonNode phrase = client.send(
                        "POST",
                        PHRASES,
                        "{\"phrase\":\"Hey Computer\",\"false_alarms_per_hour\":1,\"settings\":{\"clips\":\"90\"}}")
                .is(202)
                .json();
        assertThat(phrase.get("phrase").stringValue()).isEqualTo("hey computer");
        assertThat(phrase.get("project").stringValue()).isEqualTo("hey-computer");
        assertThat(phrase.get("state").stringValue()).isEqualTo("queued");
        assertThat(phrase.has("live")).isFalse();

        Lease lease = queue.take("test").orElseThrow();
        assertThat(lease.job().id()).isEqualTo(phrase.get("job").stringValue());
        assertThat(lease.job().request().settingsJson())
                .isEqualTo("{\"settings\":{\"clips\":\"90\",\"false_alarms_per_hour\":\"1.0\"}}");
        assertThat(client.get(PHRASES).json().at("/0/state").stringValue()).isEqualTo("running");
        assertThat(client.get("/api/v1/projects/hey-computer")
                        .json()
                        .get("phrase")
                        .stringValue())
                .isEqualTo("hey computer");
    }

    @Test
    void aPhraseThatIsThereLearnsAgainAndAnotherOfItsNameIsRefused() {
        client.send("POST", PHRASES, "{\"phrase\":\"snow ball\"}").is(202);
        client.send("POST", PHRASES, "{\"phrase\":\"snow ball\"}").is(202);
        assertThat(client.get(PHRASES).json().size()).isEqualTo(1);
        assertThat(queue.ofProject("snow-ball", 10, 0)).hasSize(2);
        client.send("POST", PHRASES, "{\"phrase\":\"snow-ball\"}").isProblem(409, "CONFLICT");
        client.send("POST", PHRASES, "{\"phrase\":\"computer\",\"project\":\"digits\"}")
                .isProblem(409, "CONFLICT");
    }

    @Test
    void whatCannotBeSaidOrSetIsRefusedBeforeAnythingIsMade() {
        client.send("POST", PHRASES, "{}").isProblem(422, "PHRASE_MISSING");
        client.send("POST", PHRASES, "{\"phrase\":\"42\"}").isProblem(422, "PHRASE_UNSPEAKABLE");
        client.send("POST", PHRASES, "{\"phrase\":\"computer\",\"settings\":{\"klips\":\"9\"}}")
                .isProblem(422, "SETTING_UNKNOWN");
        client.send("POST", "/api/v1/projects", "{\"name\":\"x\",\"recipe\":\"phrase\"}")
                .isProblem(422, "INVALID");
        assertThat(client.get(PHRASES).json().size()).isZero();
        client.get(PHRASES + "/digits").isProblem(404, "PHRASE_NOT_FOUND");
    }

    @Test
    void aPhraseIsAdvisedOnAndHeardBeforeAnythingIsTrained() {
        assertThat(client.send("POST", PHRASES + "/advice", "{\"phrase\":\"computer\"}")
                        .is(200)
                        .json()
                        .get("outlook")
                        .stringValue())
                .isEqualTo("good");
        assertThat(client.get("/api/v1/voices?language=en").json().at("/0/id").stringValue())
                .isEqualTo("echo/one");
        assertThat(client.send("POST", "/api/v1/voices/say", "{\"voice\":\"echo/one\",\"text\":\"computer\"}")
                        .is(200)
                        .text())
                .isEqualTo("computer");
        client.send("POST", "/api/v1/voices/say", "{\"voice\":\"echo/one\",\"text\":\" \"}")
                .isProblem(422, "INVALID");
    }

    @Test
    void theReferenceServicesFormStartsARunThatIsPolledAndDownloaded() {
        JsonNode started = client.post(
                        "/train",
                        "application/x-www-form-urlencoded",
                        "phrase=hey+computer".getBytes(StandardCharsets.UTF_8))
                .is(303)
                .json();
        String run = started.get("run").stringValue();
        assertThat(client.get("/status/" + run).json().get("status").stringValue())
                .isEqualTo("queued");
        client.get("/download/" + run).isProblem(409, "RUN_NOT_FINISHED");
        int number = registry.version("digits", Alias.LIVE).orElseThrow().number();
        queue.succeed(queue.take("test").orElseThrow(), "{\"project\":\"digits\",\"version\":" + number + "}");
        assertThat(client.get("/status/" + run).json().get("download").stringValue())
                .isEqualTo("/download/" + run);
        client.get("/download/" + run).is(200);
        client.get("/download/nothing").isProblem(404, "RUN_NOT_FOUND");
    }

    /** Says what it is told, in bytes. */
    private static final class Echo implements SpeechDesk {
        @Override
        public String spelled(String phrase) {
            if (!phrase.matches("[a-zA-Z -]+")) {
                throw HearkenException.user("PHRASE_UNSPEAKABLE", "that has no words");
            }
            return phrase.toLowerCase(Locale.ROOT);
        }

        @Override
        public String advise(String phrase) {
            return "{\"outlook\":\"good\"}";
        }

        @Override
        public List<SpeakingVoice> voices(String language) {
            return List.of(new SpeakingVoice("echo/one", "echo", "one", language, "CC0-1.0"));
        }

        @Override
        public byte[] say(String voice, String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
