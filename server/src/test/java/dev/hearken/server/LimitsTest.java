package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What wants more than its share is refused, by name, and the next is answered; on a server that takes 1 MB and has a second's patience. */
@Timeout(120)
class LimitsTest {
    private static final String CLIPS = "/api/v1/projects/empty/clips";
    private static final String PREDICTIONS = "/api/v1/projects/loudness/predictions";

    @TempDir
    static Path directory;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        UploadLimits small = new UploadLimits(1, 300, Duration.ofSeconds(1), 10_000);
        running = new RunningServer(directory, settings -> settings.withUploads(small));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theLargestFileIsASetting() {
        running.client
                .upload(PREDICTIONS, Client.file("a.wav", new byte[(1 << 20) + 1]))
                .isProblem(413, "TOO_LARGE")
                .json();
        running.client.upload(CLIPS, Client.file("a.wav", new byte[3 << 20])).isProblem(413, "TOO_LARGE");
        assertAnswers();
    }

    @Test
    void aFewKilobytesThatUnfoldToAnHourAreRefused() throws IOException {
        byte[] flac = unpacked("hour-of-silence.flac.gz");
        byte[] ogg = unpacked("hour-of-silence.ogg.gz");
        byte[] mp3 = Arrays.copyOf(hourOfMp3(), 1_000_000);
        for (byte[] bomb : new byte[][] {flac, ogg, mp3}) {
            assertThat(bomb.length).isLessThan(1 << 20);
            running.client.upload(PREDICTIONS, Client.file("bomb", bomb)).isProblem(422, "TOO_LONG");
            running.client.upload(CLIPS, Client.file("bomb", bomb)).isProblem(422, "TOO_LONG");
        }
        running.client
                .upload(CLIPS, Client.file("bomb.gz", raw("hour-of-silence.flac.gz")))
                .isProblem(415, "NOT_AUDIO");
    }

    @Test
    void jsonThatIsTooDeepTooLongOrHasEndlessTextsIsRefused() {
        String deep = "[".repeat(100_000);
        running.client.send("POST", "/api/v1/projects", "{\"more\":" + deep).isProblem(413, "JSON_TOO_LARGE");
        String text = "x".repeat(200_000);
        running.client
                .send("POST", "/api/v1/projects", "{\"name\":\"" + text + "\"}")
                .isProblem(413, "JSON_TOO_LARGE");
        String many = "1,".repeat(600_000);
        running.client.send("PATCH", CLIPS, "{\"clips\":[" + many + "1]}").isProblem(413, "JSON_TOO_LARGE");
        running.client.send("POST", "/api/v1/projects", "{\"name\":[[[").isProblem(400, "BAD_JSON");
    }

    @Test
    void aSenderWhoTakesForeverIsGivenUp() throws Exception {
        byte[] form = Client.form(Client.file("a.wav", new byte[1_000]));
        assertThat(dripped(PREDICTIONS, Client.FORM, form))
                .startsWith("HTTP/1.1 408")
                .contains("\"TOO_SLOW\"");
        byte[] json = ("{\"name\":\"" + "x".repeat(1_000)).getBytes(StandardCharsets.US_ASCII);
        assertThat(dripped("/api/v1/projects", "application/json", json))
                .startsWith("HTTP/1.1 408")
                .contains("\"TOO_SLOW\"");
        assertAnswers();
    }

    /** The answer to a byte now and then, which would keep the connection's own timeout waiting for days. */
    private static String dripped(String path, String type, byte[] body) throws IOException, InterruptedException {
        var address = running.server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                            + "\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().available() == 0) {
                for (byte each : body) {
                    if (socket.getInputStream().available() > 0) {
                        break;
                    }
                    out.write(each);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aLongNameOrHeaderIsRefused() {
        Answer path = running.client.get("/api/v1/projects/" + "x".repeat(20_000));
        Answer header = running.client.get("/api/v1/projects", "X-Long", "x".repeat(20_000));
        for (Answer answer : new Answer[] {path, header}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").stringValue()).isEqualTo("BAD_REQUEST");
        }
        assertAnswers();
    }

    private static void assertAnswers() {
        running.client
                .upload(PREDICTIONS, Client.file("loud.wav", Recordings.constant(0.5f)))
                .is(200);
    }

    /** MPEG 2.5 layer III, 8 kbit/s, 8 kHz, mono: 72 bytes are 72 ms, and with nothing in them they are silence. */
    private static byte[] hourOfMp3() {
        byte[] all = new byte[72 * 50_000];
        for (int frame = 0; frame < all.length; frame += 72) {
            all[frame] = (byte) 0xFF;
            all[frame + 1] = (byte) 0xE3;
            all[frame + 2] = 0x18;
            all[frame + 3] = (byte) 0xC0;
        }
        return all;
    }

    private static byte[] unpacked(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream packed = new GZIPInputStream(open(name))) {
            packed.transferTo(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] raw(String name) throws IOException {
        try (InputStream bytes = open(name)) {
            return bytes.readAllBytes();
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(LimitsTest.class.getResourceAsStream(name), name);
    }
}
