package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiTest {
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
    void projectsAreListedWithTheirLiveVersion() {
        JsonNode projects = running.client.get("/api/v1/projects").json().get("projects");
        JsonNode loudness = projects.valueStream()
                .filter(project -> project.get("name").stringValue().equals("loudness"))
                .findFirst()
                .orElseThrow();

        assertThat(loudness.get("recipe").stringValue()).isEqualTo("loudness");
        assertThat(loudness.get("aliases").get("live").intValue()).isEqualTo(1);
        JsonNode live = loudness.get("live");
        assertThat(live.get("number").intValue()).isEqualTo(1);
        assertThat(live.get("labels").valueStream().map(JsonNode::stringValue)).containsExactly("loud", "quiet");
        assertThat(live.get("sample_rate_hz").intValue()).isEqualTo(8_000);
        assertThat(live.get("metrics").get("n").intValue()).isEqualTo(2);
        assertThat(live.get("created_at").stringValue()).endsWith("Z");
    }

    @Test
    void aProjectWithoutAModelIsShownWithoutOne() {
        JsonNode empty = running.client.get("/api/v1/projects/empty").json();
        assertThat(empty.has("live")).isFalse();
        assertThat(empty.get("versions").size()).isZero();
    }

    @Test
    void theLiveModelCanBeTakenAwayByteForByte() {
        Answer answer = running.client.get("/api/v1/projects/loudness/model");
        ModelVersion live = running.registry.version("loudness", Alias.LIVE).orElseThrow();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ModelFile.parse(answer.response().body()).digest()).isEqualTo(live.sha256());
        assertThat(answer.header("ETag")).isEqualTo("\"" + live.sha256() + "\"");
        assertThat(answer.header("Content-Disposition")).contains("loudness-1.onnx");
        assertThat(running.client
                        .get("/api/v1/projects/loudness/model", "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
        running.client.get("/api/v1/projects/empty/model").isProblem(503, "NO_LIVE_MODEL");
    }

    @Test
    void healthSaysWhatIsLoaded() {
        JsonNode health = running.client.get("/health").json();
        assertThat(health.get("status").stringValue()).isEqualTo("up");
        assertThat(health.get("live").booleanValue()).isTrue();
        assertThat(health.get("ready").booleanValue()).isTrue();
        assertThat(health.get("degraded").size()).isZero();
        assertThat(health.get("models").valueStream().map(JsonNode::toString))
                .contains("{\"project\":\"loudness\",\"version\":1}");
        assertThat(health.get("execution_provider").stringValue()).isEqualTo("CPU");
        assertThat(health.get("version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(running.client.get("/health/live").status()).isEqualTo(200);
        assertThat(running.client.get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void everyWrongTurnIsAProblem() {
        running.client.get("/no/such/page").isProblem(404, "NOT_FOUND");
        running.client.get("/api/v1/projects/nobody").isProblem(404, "PROJECT_NOT_FOUND");
        running.client.get("/api/v1/projects/nobody/model").isProblem(404, "PROJECT_NOT_FOUND");
        running.client.get("/api/v1/projects", "Accept", "image/png").isProblem(406, "NOT_ACCEPTABLE");
        running.client.get("/no/such/page", "Accept", "text/html").isProblem(404, "NOT_FOUND");
        Answer answer = running.client
                .send(HttpRequest.newBuilder(running.server.address().resolve("/api/v1/projects/loudness/predictions"))
                        .method("DELETE", BodyPublishers.noBody())
                        .build())
                .isProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET", "POST");
        running.client
                .send(HttpRequest.newBuilder(running.server.address().resolve("/health"))
                        .method("DELETE", BodyPublishers.noBody())
                        .build())
                .isProblem(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void evenARequestTheContainerRefusesIsAnsweredWithAProblem() throws IOException {
        String answer = raw("GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"BAD_REQUEST\"");
        assertThat(raw("GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("Tomcat");
    }

    @Test
    void theApiDescribesItself() {
        JsonNode description = running.client.get("/v3/api-docs").json();
        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/health",
                        "/api/v1/projects",
                        "/api/v1/projects/{project}",
                        "/api/v1/projects/{project}/model",
                        "/api/v1/projects/{project}/predictions");
        JsonNode predict = description.at("/paths/~1api~1v1~1projects~1{project}~1predictions/post");
        assertThat(predict.get("requestBody").get("content").propertyNames()).containsExactly("multipart/form-data");
        assertThat(predict.get("responses").propertyNames()).containsExactlyInAnyOrder("200", "default");
        assertThat(description.at("/components/schemas/FileResult/properties").propertyNames())
                .contains("latency_ms", "model_version");
    }

    @Test
    void theApiCanBeTriedInABrowser() {
        Answer redirect = running.client.get("/swagger-ui.html");
        assertThat(redirect.status()).isEqualTo(302);
        Answer page = running.client.get(redirect.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("swagger-ui");
    }

    private static String raw(String request) throws IOException {
        var address = running.server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
