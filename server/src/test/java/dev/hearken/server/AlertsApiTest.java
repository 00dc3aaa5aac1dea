package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.server.HttpReceiver.Received;
import dev.hearken.store.jobs.Job.Failure;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as those hear of them who want to know; rules are looked at each second here. */
@Timeout(180)
class AlertsApiTest {
    private static final String PROJECT = "/api/v1/projects/loudness";
    private static final String SETTINGS = PROJECT + "/monitoring/settings";

    @TempDir
    Path directory;

    private RunningServer running;
    private HttpReceiver receiver;

    @BeforeEach
    void start() {
        receiver = new HttpReceiver();
        running = new RunningServer(
                directory,
                settings -> settings.withMonitoring(MonitoringSettings.of(Map.of(
                        "HEARKEN_ALERT_SECONDS",
                        "1",
                        "HEARKEN_WEBHOOK_URL",
                        receiver.address("/all").toString()))));
    }

    @AfterEach
    void stop() {
        running.close();
        receiver.close();
    }

    @Test
    void aModelThatCannotBeLoadedIsAnAlertAndTheOneBeforeAnswers() throws Exception {
        tellLoudness("");
        running.promote(LoudnessModel.unusable());

        Received notice = receiver.next();
        assertThat(notice.path).isEqualTo("/loudness");
        assertThat(notice.header("Content-type")).isEqualTo("application/cloudevents+json; charset=utf-8");
        JsonNode event = JsonMapper.shared().readTree(notice.body);
        assertThat(event.get("specversion").stringValue()).isEqualTo("1.0");
        assertThat(event.get("type").stringValue()).isEqualTo("dev.hearken.alert.raised");
        assertThat(event.get("source").stringValue()).isEqualTo(PROJECT);
        assertThat(event.get("subject").stringValue()).isEqualTo("fallback");
        assertThat(event.at("/data/detail").stringValue()).startsWith("version 2: ");
        assertThat(event.get("time").stringValue()).endsWith("Z");

        JsonNode alert = running.client.get(PROJECT + "/alerts").is(200).json().get(0);
        assertThat(alert.get("rule").stringValue()).isEqualTo("fallback");
        assertThat(alert.has("ended_at")).isFalse();

        running.registry.rollback("loudness");
        JsonNode ended = JsonMapper.shared().readTree(receiver.next().body);
        assertThat(ended.get("type").stringValue()).isEqualTo("dev.hearken.alert.ended");
        assertThat(ended.at("/data/alert").stringValue())
                .isEqualTo(alert.get("id").stringValue());
    }

    @Test
    void aJobThatFailedIsToldToWhoeverHearsOfAllAndIsSigned() throws Exception {
        tellLoudness("shared-secret");
        failAJob();
        Received notice = receiver.next();
        assertThat(JsonMapper.shared().readTree(notice.body).at("/data/detail").stringValue())
                .contains("one label only");

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((notice.header("Webhook-id") + "." + notice.header("Webhook-timestamp") + ".")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(notice.header("Webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(notice.body)));
    }

    @Test
    void aProjectThatNamesNobodyTellsTheServersOwn() {
        failAJob();
        assertThat(receiver.next().path).isEqualTo("/all");
    }

    @Test
    void aRedirectIsNotFollowedAndTheNoticeIsKept() throws Exception {
        receiver.answer(302);
        failAJob();
        receiver.next();
        until(() -> running.database.read(handle -> handle.select(
                                "SELECT count(*) FROM alert_notice WHERE failure LIKE '%302, which is not followed%'"
                                        + " AND due_at_millis IS NOT NULL")
                        .mapTo(Integer.class)
                        .one())
                == 1);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aRuleThatWasSwitchedOffIsNotLookedAt() throws Exception {
        running.client
                .send(
                        "PUT",
                        SETTINGS,
                        "{\"keep_audio\":false,\"rules\":{\"job_failed\":{\"enabled\":false,\"threshold\":1}}}")
                .is(200);
        failAJob();
        running.client.upload("/api/v1/projects/empty/predictions").isProblem(503, "NO_LIVE_MODEL");
        TimeUnit.SECONDS.sleep(3);
        assertThat(running.client.get("/api/v1/alerts").is(200).json().size()).isZero();
    }

    @Test
    void whatIsWatchedIsShownWithoutItsSecret() {
        tellLoudness("shared-secret");
        JsonNode settings = running.client.get(SETTINGS).is(200).json();
        assertThat(settings.get("signed").booleanValue()).isTrue();
        assertThat(settings.has("webhook_secret")).isFalse();
        assertThat(settings.at("/rules/drift_psi/threshold").doubleValue()).isEqualTo(0.25);
        assertThat(settings.get("answer_days").intValue()).isEqualTo(90);

        running.client.send("PUT", SETTINGS, "{\"keep_audio\":true}").is(200);
        assertThat(running.client.get(SETTINGS).json().get("signed").booleanValue())
                .as("a secret stays until it is removed")
                .isTrue();
        running.client
                .send("PUT", SETTINGS, "{\"keep_audio\":true,\"webhook_secret\":\"\"}")
                .is(200);
        assertThat(running.client.get(SETTINGS).json().get("signed").booleanValue())
                .isFalse();
    }

    @Test
    void whatCannotBeWatchedIsRefused() {
        running.client
                .send("PUT", SETTINGS, "{\"keep_audio\":false,\"webhook\":\"file:///etc/passwd\"}")
                .isProblem(422, "INVALID");
        running.client
                .send("PUT", SETTINGS, "{\"keep_audio\":false,\"webhook\":\"not an address\"}")
                .isProblem(422, "INVALID");
        running.client
                .send("PUT", SETTINGS, "{\"keep_audio\":false,\"audio_days\":0}")
                .isProblem(422, "INVALID");
        running.client
                .send(
                        "PUT",
                        SETTINGS,
                        "{\"keep_audio\":false,\"rules\":{\"weather\":{\"enabled\":true,\"threshold\":1}}}")
                .isProblem(422, "RULE_UNKNOWN");
    }

    private void tellLoudness(String secret) {
        running.client
                .send(
                        "PUT",
                        SETTINGS,
                        "{\"keep_audio\":false,\"webhook\":\"%s\",\"webhook_secret\":\"%s\"}"
                                .formatted(receiver.address("/loudness"), secret))
                .is(200);
    }

    private void failAJob() {
        JobQueue queue = new JobQueue(running.database, Clock.systemUTC(), UUID::randomUUID);
        queue.submit(JobRequest.of(JobKind.EVALUATE, "loudness", "{}"));
        queue.fail(queue.take("test").orElseThrow(), new Failure("DATASET_ONE_LABEL", "there is one label only"));
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
