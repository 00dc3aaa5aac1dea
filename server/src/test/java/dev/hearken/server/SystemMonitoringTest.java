package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class SystemMonitoringTest {
    private static final String PREDICTIONS = "/api/v1/projects/loudness/predictions";

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
    void theServerTellsWhatItRunsOnAndHowItIsUsed() {
        running.client
                .upload(PREDICTIONS, Client.file("a.wav", Recordings.constant(0.5f)))
                .is(200);
        running.client.get("/api/v1/projects/nobody").isProblem(404, "PROJECT_NOT_FOUND");

        JsonNode told = running.client.get("/api/v1/monitoring").is(200).json();
        assertThat(told.at("/cpu/processors").intValue()).isPositive();
        assertThat(told.at("/memory/heap_used_bytes").longValue()).isPositive();
        assertThat(told.at("/disk/full_share").doubleValue()).isBetween(0.0, 1.0);
        assertThat(told.at("/jobs/queued").intValue()).isZero();
        assertThat(told.at("/onnx_runtime/version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(told.at("/onnx_runtime/execution_provider").stringValue()).isIn("CPU", "CUDA");
        assertThat(told.get("uptime_seconds").doubleValue()).isPositive();
        JsonNode predictions = route(told, "POST", "/api/v1/projects/{project}/predictions");
        assertThat(predictions.get("requests").intValue()).isPositive();
        assertThat(predictions.get("failed").intValue()).isZero();
        assertThat(route(told, "GET", "/api/v1/projects/{project}")
                        .get("refused")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void prometheusReadsTheMetersUnderOurName() {
        running.client
                .upload(PREDICTIONS, Client.file("a.wav", Recordings.constant(0.5f)))
                .is(200);
        running.client
                .upload(PREDICTIONS, Client.file("a.wav", new byte[] {1, 2, 3}))
                .isProblem(415, "NOT_AUDIO");

        Answer metrics = running.client
                .get("/metrics", "Accept", "application/openmetrics-text;q=0.9,*/*;q=0.1")
                .is(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain;").contains("version=0.0.4");
        assertThat(metrics.text())
                .contains("# TYPE hearken_http_requests_seconds histogram")
                .containsPattern(
                        "hearken_http_requests_seconds_bucket\\{.*uri=\"/api/v1/projects/\\{project}/predictions\".*le=\"0.04\"")
                .containsPattern("hearken_predictions_total\\{label=\"loud\",project=\"loudness\"} \\d")
                .containsPattern("hearken_refusals_total\\{code=\"NOT_AUDIO\",project=\"loudness\"} 1.0")
                .contains("hearken_prediction_latency_seconds_count{project=\"loudness\"}")
                .contains("hearken_recognition_seconds_count")
                .contains("hearken_jobs{state=\"queued\"} 0.0")
                .contains("hearken_disk_full_ratio")
                .contains("hearken_build{version=")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void nothingElseIsOpened() {
        running.client.get("/actuator").isProblem(404, "NOT_FOUND");
        running.client.get("/actuator/env").isProblem(404, "NOT_FOUND");
    }

    @Test
    void healthSaysWhatComputesAndWhyIfItIsNotWhatWasAsked(@TempDir Path another) {
        Map<String, String> environment = Map.of("HEARKEN_EXECUTION_PROVIDER", "cuda");
        try (RunningServer asked =
                new RunningServer(another, settings -> settings.withMonitoring(MonitoringSettings.of(environment)))) {
            JsonNode health = asked.client.get("/health").is(200).json();
            boolean isThere = health.get("execution_provider").stringValue().equals("CUDA");
            assertThat(health.get("status").stringValue()).isEqualTo(isThere ? "up" : "degraded");
            assertThat(health.get("ready").booleanValue()).isTrue();
            if (!isThere) {
                assertThat(health.at("/degraded/0/what").stringValue()).isEqualTo("execution provider");
                assertThat(health.at("/degraded/0/reason").stringValue())
                        .startsWith("CUDA was asked for: ")
                        .endsWith("; CPU computes");
            }
        }
    }

    @Test
    void aSettingThatCannotBeUnderstoodIsNamed() {
        for (String variable : new String[] {
            "HEARKEN_EXECUTION_PROVIDER", "HEARKEN_LOG_FORMAT", "HEARKEN_ALERT_SECONDS", "HEARKEN_OTLP_ENDPOINT"
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MonitoringSettings.of(Map.of(variable, "a b")))
                    .withMessageContaining(variable);
        }
        assertThat(MonitoringSettings.of(Map.of("HEARKEN_WEBHOOK_URL", " ")).webhook())
                .isEmpty();
    }

    private static JsonNode route(JsonNode told, String method, String route) {
        return told.get("api")
                .valueStream()
                .filter(use -> use.get("route").stringValue().equals(route)
                        && use.get("method").stringValue().equals(method))
                .findFirst()
                .orElseThrow();
    }
}
