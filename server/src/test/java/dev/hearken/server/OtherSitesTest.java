package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of other sites may do, and what all answers tell browsers. */
class OtherSitesTest {
    @TempDir
    static Path directory;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        AccessSettings desk = AccessSettings.STANDARD.withCorsOrigins(List.of("https://desk.example"));
        running = new RunningServer(directory, settings -> settings.withAccess(desk));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aSiteInTheSettingsMayUseTheApi() throws IOException {
        String asked = raw(
                "OPTIONS",
                "Origin: https://desk.example\r\n",
                "Access-Control-Request-Method: POST\r\n",
                "Access-Control-Request-Headers: authorization\r\n");
        assertThat(asked)
                .startsWith("HTTP/1.1 200")
                .contains(
                        "Access-Control-Allow-Origin: https://desk.example",
                        "Access-Control-Allow-Headers: authorization");
        assertThat(raw("POST", "Origin: https://desk.example\r\n"))
                .startsWith("HTTP/1.1 409")
                .contains("Access-Control-Allow-Origin: https://desk.example");
    }

    @Test
    void anyOtherMayNot() throws IOException {
        assertThat(raw("OPTIONS", "Origin: https://evil.example\r\n", "Access-Control-Request-Method: POST\r\n"))
                .doesNotContain("Access-Control-Allow-Origin");
        assertThat(raw("POST", "Origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("FOREIGN_ORIGIN")
                .doesNotContain("Access-Control-Allow-Origin");
        assertThat(raw("POST", "Origin: https://desk.example.evil\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void everyAnswerTellsBrowsersWhatItsPageMayDo() {
        for (String path : new String[] {"/", "/api/v1/projects", "/no/such/page"}) {
            Answer answer = running.client.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "script-src 'self' 'wasm-unsafe-eval';", "worker-src 'self' blob:")
                    .contains("frame-ancestors 'none'", "object-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedByName() {
        assertRefused("HEARKEN_CORS_ORIGINS", "*");
        assertRefused("HEARKEN_CORS_ORIGINS", "desk.example");
        assertRefused("HEARKEN_CORS_ORIGINS", "https://desk.example/path");
        assertRefused("HEARKEN_INSECURE", "yes");
        assertRefused("HEARKEN_SESSION_HOURS", "0");
        assertRefused("HEARKEN_REQUESTS_PER_MINUTE", "many");
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> UploadLimits.of(Map.of("HEARKEN_UPLOAD_MEGABYTES", "-1")))
                .withMessageContaining("HEARKEN_UPLOAD_MEGABYTES");
        assertThat(AccessSettings.of(Map.of("HEARKEN_CORS_ORIGINS", " https://a.example, http://b:8080 "))
                        .corsOrigins())
                .containsExactly("https://a.example", "http://b:8080");
    }

    private static void assertRefused(String name, String value) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> AccessSettings.of(Map.of(name, value)))
                .withMessageContaining(name)
                .satisfies(e -> assertThat(e.code()).isEqualTo("SETTING_INVALID"));
    }

    private static String raw(String method, String... headers) throws IOException {
        var address = running.server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((method + " /api/v1/projects/empty/rollback HTTP/1.1\r\nHost: localhost\r\n"
                                    + String.join("", headers) + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
