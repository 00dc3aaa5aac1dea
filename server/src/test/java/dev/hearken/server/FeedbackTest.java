package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FeedbackTest {
    private static final String PROJECT = "/api/v1/projects/loudness";

    @TempDir
    static Path directory;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        running = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void anAnswerIsRememberedAndCanBePutRight() {
        String id = running.client
                .upload(PROJECT + "/predictions", Client.file("door.wav", Recordings.constant(0.5f)))
                .is(200)
                .json()
                .at("/results/0/id")
                .stringValue();
        JsonNode history =
                running.client.get(PROJECT + "/predictions?limit=1").is(200).json();
        assertThat(history.at("/predictions/0/id").stringValue()).isEqualTo(id);
        assertThat(history.at("/predictions/0/file").stringValue()).isEqualTo("door.wav");
        assertThat(history.at("/predictions/0/duration_seconds").doubleValue()).isEqualTo(1);

        running.client
                .upload(
                        PROJECT + "/feedback",
                        Client.field("kind", "label"),
                        Client.field("label", "quiet"),
                        Client.field("prediction", id))
                .is(201);
        assertThat(running.client
                        .get(PROJECT + "/feedback")
                        .json()
                        .get(0)
                        .get("prediction")
                        .stringValue())
                .isEqualTo(id);
    }

    @Test
    void aRecordingIsKeptOnlyWithConsent() {
        Client.Part missed = Client.file("missed.wav", Recordings.constant(0.25f));
        running.client
                .upload(PROJECT + "/feedback", Client.field("kind", "miss"), Client.field("label", "loud"), missed)
                .isProblem(422, "NO_CONSENT");
        JsonNode kept = running.client
                .upload(
                        PROJECT + "/feedback",
                        Client.field("kind", "miss"),
                        Client.field("label", "loud"),
                        Client.field("consent", "true"),
                        missed)
                .is(201)
                .json();
        JsonNode clip = running.client
                .get(PROJECT + "/clips/" + kept.get("clip").intValue())
                .is(200)
                .json();
        assertThat(clip.get("label").stringValue()).isEqualTo("loud");
        assertThat(clip.get("source").stringValue()).isEqualTo("feedback");
    }

    @Test
    void feedbackThatSaysNothingIsRefused() {
        running.client
                .upload(PROJECT + "/feedback", Client.field("kind", "label"))
                .isProblem(422, "INVALID");
        running.client
                .upload(PROJECT + "/feedback", Client.field("kind", "praise"))
                .isProblem(422, "INVALID");
        running.client
                .upload(
                        PROJECT + "/feedback",
                        Client.field("kind", "false_alarm"),
                        Client.field("prediction", "nothing"))
                .isProblem(404, "PREDICTION_NOT_FOUND");
    }
}
