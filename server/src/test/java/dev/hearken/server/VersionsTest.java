package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.registry.Origin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VersionsTest {
    private static final String PROJECT = "/api/v1/projects/loudness";

    @TempDir
    Path directory;

    private RunningServer running;

    @BeforeEach
    void start() {
        running = new RunningServer(directory);
        running.registry.register("loudness", LoudnessModel.withBias(-3), Origin.TRAINED);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aPromotedVersionAnswersTheNextRequestAndARollbackUndoesIt() {
        assertThat(answering()).isEqualTo(1);
        running.client.send("POST", PROJECT + "/versions/2/promote", "").is(200);
        assertThat(answering()).isEqualTo(2);
        assertThat(running.client
                        .send("POST", PROJECT + "/rollback", "")
                        .is(200)
                        .json()
                        .get("number")
                        .intValue())
                .isEqualTo(1);
        assertThat(answering()).isEqualTo(1);
    }

    @Test
    void versionsAreListedAndTakenAway() {
        JsonNode versions = running.client.get(PROJECT + "/versions").is(200).json();
        assertThat(versions.valueStream().map(version -> version.get("origin").stringValue()))
                .containsExactly("uploaded", "trained");
        Answer model = running.client.get(PROJECT + "/versions/2/model").is(200);
        assertThat(ModelFile.parse(model.response().body()).digest())
                .isEqualTo(versions.get(1).get("sha256").stringValue());
        JsonNode card = running.client.get(PROJECT + "/versions/2/card").is(200).json();
        assertThat(card.get("task").stringValue()).isEqualTo("loudness");
        assertThat(card.at("/metrics/n").intValue()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsSaid() {
        running.client.get(PROJECT + "/versions/9").isProblem(404, "VERSION_NOT_FOUND");
        running.client.get("/api/v1/projects/nobody/versions").isProblem(404, "PROJECT_NOT_FOUND");
        running.client.get(PROJECT + "/versions/2/report").isProblem(404, "NO_REPORT");
        running.client.send("POST", "/api/v1/projects/empty/rollback", "").isProblem(409, "NO_PREVIOUS_VERSION");
    }

    @Test
    void aProjectsPolicyIsDecidedAndKept() {
        assertThat(running.client
                        .get(PROJECT + "/policy")
                        .is(200)
                        .json()
                        .get("auto_promote")
                        .booleanValue())
                .isTrue();
        running.client
                .send(
                        "PUT",
                        PROJECT + "/policy",
                        "{\"auto_promote\":false,\"retrain_after_clips\":50,\"retrain_on_drift\":0.25,\"retrain_every_days\":7}")
                .is(200);
        JsonNode policy = running.client.get(PROJECT + "/policy").json();
        assertThat(policy.get("auto_promote").booleanValue()).isFalse();
        assertThat(policy.get("retrain_after_clips").intValue()).isEqualTo(50);
        assertThat(policy.get("retrain_on_drift").doubleValue()).isEqualTo(0.25);
        assertThat(policy.get("retrain_every_days").intValue()).isEqualTo(7);
        running.client
                .send("PUT", PROJECT + "/policy", "{\"auto_promote\":true,\"retrain_every_days\":0}")
                .isProblem(422, "INVALID");
        running.client
                .send("PUT", PROJECT + "/policy", "{\"auto_promote\":true,\"retrain_on_drift\":-1}")
                .isProblem(422, "INVALID");
        running.client
                .send("PUT", PROJECT + "/policy", "{\"auto_promote\":true,\"retrain_after_clips\":0}")
                .isProblem(422, "INVALID");
    }

    @Test
    void aProjectIsDeletedWithAllThatIsSaidOfIt() {
        running.client
                .upload(PROJECT + "/clips", Client.file("loud/a.wav", Recordings.constant(0.5f)))
                .is(200);
        running.client.send("POST", PROJECT + "/jobs", "{\"kind\":\"train\"}").is(202);
        running.client.send("DELETE", PROJECT, "").is(204);
        running.client.get(PROJECT).isProblem(404, "PROJECT_NOT_FOUND");
        running.client.get(PROJECT + "/clips").isProblem(404, "PROJECT_NOT_FOUND");
    }

    private int answering() {
        return running.client
                .upload(PROJECT + "/predictions", Client.file("a.wav", Recordings.constant(0.5f)))
                .is(200)
                .json()
                .get("model_version")
                .intValue();
    }
}
