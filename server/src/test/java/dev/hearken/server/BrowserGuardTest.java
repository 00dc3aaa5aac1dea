package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that only this machine reaches is still reached by every page its browser shows. */
class BrowserGuardTest {
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
    void anotherSitesPageChangesNothingHere() throws IOException {
        assertThat(post("localhost", "http://evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("FOREIGN_ORIGIN");
        assertThat(post("localhost", "null")).startsWith("HTTP/1.1 403").contains("FOREIGN_ORIGIN");
        assertThat(post("localhost", "http://localhost:5173")).startsWith("HTTP/1.1 409");
        assertThat(post("localhost", "")).startsWith("HTTP/1.1 409").contains("NO_PREVIOUS_VERSION");
    }

    @Test
    void aNameThatIsNotThisMachinesIsRefused() throws IOException {
        assertThat(post("evil.example", "")).startsWith("HTTP/1.1 403").contains("FOREIGN_HOST");
    }

    @Test
    void answersSayThatTheyAreNotToBeGuessedAtOrFramed() {
        Answer answer = running.client.get("/");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    private static String post(String host, String origin) throws IOException {
        var address = running.server.address();
        String request = "POST /api/v1/projects/empty/rollback HTTP/1.1\r\nHost: " + host + "\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                + "Content-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
