package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HearkenServerTest {
    @TempDir
    Path directory;

    private RunningServer running;

    @BeforeEach
    void start() {
        running = new RunningServer(directory.resolve("home"));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aRequestUnderWayIsAnsweredWhileTheServerStops() throws Exception {
        URI address = running.server.address();
        byte[] form = Client.form(Client.file("loud.wav", Recordings.constant(0.5f)));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream request = socket.getOutputStream();
            request.write(("POST /api/v1/projects/loudness/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                            + Client.FORM + "\r\nContent-Length: " + form.length
                            + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String goOn = "HTTP/1.1 100 \r\n\r\n";
            assertThat(new String(socket.getInputStream().readNBytes(goOn.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(goOn);
            request.write(form, 0, form.length / 2);

            Thread stopping = new Thread(running.server::close);
            stopping.start();
            while (accepts(address)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            request.write(form, form.length / 2, form.length - form.length / 2);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"label\":\"loud\"");
            stopping.join();
        }
    }

    @Test
    void oneConnectionServesAsManyRequestsAsItsClientLikes() throws Exception {
        URI address = running.server.address();
        byte[] request =
                "GET /api/v1/projects/nobody HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] last = "GET /api/v1/projects/nobody HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            for (int i = 0; i < 150; i++) {
                socket.getOutputStream().write(request);
            }
            socket.getOutputStream().write(last);
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 404", -1)).hasSize(152);
        }
    }

    @Test
    void aTakenPortIsReportedByName() {
        int port = running.server.address().getPort();
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(
                        () -> HearkenServer.start(ServerSettings.of(directory).withPort(port)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("PORT_IN_USE"));
    }

    @Test
    void aHomeThatCannotBeMadeIsReportedByName() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> HearkenServer.start(ServerSettings.of(file).withPort(0)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("HOME_UNUSABLE"));
    }

    @Test
    void closingTheServerEndsTheWaitAndTheListening() throws Exception {
        Thread waiting = new Thread(() -> {
            try {
                running.server.awaitStop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        running.server.close();
        waiting.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(waiting.isAlive()).isFalse();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> running.client.get("/health"))
                .withCauseInstanceOf(ConnectException.class);
    }

    private static boolean accepts(URI address) {
        try (Socket probe = new Socket(address.getHost(), address.getPort())) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
