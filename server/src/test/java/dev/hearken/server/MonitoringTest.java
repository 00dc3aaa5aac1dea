package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a project's monitoring tells; {@link LoudnessModel} answers {@code loud} with 0.7311 to a constant of 0.5. */
@Timeout(120)
class MonitoringTest {
    private static final String PROJECT = "/api/v1/projects/loudness";

    @TempDir
    Path directory;

    private RunningServer running;

    @BeforeEach
    void start() {
        running = new RunningServer(directory);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void whatWasAskedAnsweredAndRefusedIsToldOverTime() {
        predict(0.5f).is(200);
        predict(0.5f).is(200);
        predict(0.1f).is(200);
        running.client
                .upload(PROJECT + "/predictions", Client.file("a.wav", "no sound".getBytes(StandardCharsets.UTF_8)))
                .isProblem(415, "NOT_AUDIO");

        JsonNode told = monitoring("?hours=1");
        JsonNode activity = told.get("activity");
        assertThat(told.get("model_version").intValue()).isEqualTo(1);
        assertThat(told.get("piece_seconds").intValue()).isEqualTo(300);
        assertThat(activity.get("answered").intValue()).isEqualTo(3);
        assertThat(activity.get("refused").intValue()).isEqualTo(1);
        assertThat(activity.get("failed").intValue()).isZero();
        assertThat(activity.get("error_share").doubleValue()).isZero();
        assertThat(activity.at("/codes/NOT_AUDIO").intValue()).isEqualTo(1);
        assertThat(activity.at("/labels/loud").intValue()).isEqualTo(2);
        assertThat(activity.at("/labels/quiet").intValue()).isEqualTo(1);
        assertThat(activity.get("mean_confidence").doubleValue())
                .as("sigmoid(8 * 0.25 - 1) twice, and 1 - sigmoid(8 * 0.01 - 1) once")
                .isCloseTo((2 * 0.7311 + 0.7150) / 3, within(1e-3));
        assertThat(activity.get("confidence").get(7).intValue()).isEqualTo(3);
        assertThat(activity.at("/latency_ms/n").intValue()).isEqualTo(3);
        assertThat(activity.at("/latency_ms/p99").doubleValue())
                .isGreaterThanOrEqualTo(activity.at("/latency_ms/p50").doubleValue());
        assertThat(activity.get("pieces").size()).isBetween(12, 13);
        assertThat(activity.get("pieces")
                        .valueStream()
                        .mapToInt(piece -> piece.get("answered").intValue())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void driftIsToldAgainstTheFirstAnswersOnceThereAreEnough() {
        assertThat(monitoring("").at("/drift/verdict").stringValue()).isEqualTo("no_reference");
        for (int i = 0; i < 10; i++) {
            running.client.upload(PROJECT + "/predictions", twenty(0.5f)).is(200);
        }
        for (int i = 0; i < 3; i++) {
            running.client.upload(PROJECT + "/predictions", twenty(0.1f)).is(200);
        }
        JsonNode drift = monitoring("").get("drift");
        assertThat(drift.get("reference").stringValue()).isEqualTo("first_predictions");
        assertThat(drift.get("answers").intValue()).isEqualTo(60);
        assertThat(drift.get("explanation").stringValue()).contains("first 200 answers");
        JsonNode level = drift.get("signals").get(0);
        assertThat(level.get("signal").stringValue()).isEqualTo("level_dbfs");
        assertThat(level.get("ks").doubleValue()).isEqualTo(1);
        assertThat(level.get("p_value").doubleValue()).isLessThan(1e-9);
        assertThat(level.get("n_reference").intValue()).isEqualTo(200);
        assertThat(drift.at("/labels/psi").doubleValue()).isGreaterThan(0.25);
    }

    @Test
    void aProjectWithoutAModelIsToldOfPlainly() {
        running.client
                .upload("/api/v1/projects/empty/predictions", Client.file("a.wav", Recordings.constant(0.5f)))
                .isProblem(503, "NO_LIVE_MODEL");
        JsonNode told =
                running.client.get("/api/v1/projects/empty/monitoring").is(200).json();
        assertThat(told.has("model_version")).isFalse();
        assertThat(told.has("drift")).isFalse();
        assertThat(told.at("/activity/failed").intValue()).isEqualTo(1);
        assertThat(told.at("/activity/error_share").doubleValue()).isEqualTo(1);
        assertThat(told.at("/false_alarms/verdict").stringValue()).isEqualTo("nothing_heard");
    }

    @Test
    void recordingsAreKeptOnlyWhereTheProjectSaysSo() throws Exception {
        String first = predict(0.5f).json().at("/results/0/id").stringValue();
        running.client.get(PROJECT + "/predictions/" + first + "/audio").isProblem(404, "NO_RECORDING");

        running.client
                .send("PUT", PROJECT + "/monitoring/settings", "{\"keep_audio\":true}")
                .is(200);
        String second = predict(0.5f).json().at("/results/0/id").stringValue();
        while (!newest().get("has_audio").booleanValue()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(running.client
                        .get(PROJECT + "/predictions/" + second + "/audio")
                        .is(200)
                        .response()
                        .body())
                .isEqualTo(Recordings.constant(0.5f));
        assertThat(newest().get("level_dbfs").doubleValue()).as("20 log10(0.5)").isCloseTo(-6.02, within(0.01));
    }

    private JsonNode newest() {
        return running.client.get(PROJECT + "/predictions?limit=1").json().at("/predictions/0");
    }

    @Test
    void whatCannotBeLookedBackOnIsRefused() {
        running.client.get(PROJECT + "/monitoring?hours=0").isProblem(422, "INVALID");
        running.client.get(PROJECT + "/monitoring?hours=9000").isProblem(422, "INVALID");
        running.client.get(PROJECT + "/monitoring?until=yesterday").isProblem(400, "BAD_PARAMETER");
        running.client.get("/api/v1/projects/nobody/monitoring").isProblem(404, "PROJECT_NOT_FOUND");
        assertThat(monitoring("?hours=8784").get("activity").get("pieces").size())
                .isBetween(52, 54);
        assertThat(monitoring("?hours=2&until=2026-01-01T00:00:00Z").get("to").stringValue())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    private Answer predict(float value) {
        return running.client.upload(PROJECT + "/predictions", Client.file("a.wav", Recordings.constant(value)));
    }

    private static Client.Part[] twenty(float value) {
        Client.Part[] parts = new Client.Part[20];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Client.file("a.wav", Recordings.constant(value + i * 1e-4f));
        }
        return parts;
    }

    private JsonNode monitoring(String query) {
        return running.client.get(PROJECT + "/monitoring" + query).is(200).json();
    }
}
