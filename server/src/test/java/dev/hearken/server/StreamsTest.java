package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Live streams; the model hears a window of a second each half second, and P(loud) = sigmoid(8 * mean of squares - 1). */
@Timeout(120)
class StreamsTest {
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
    void soundIsAnsweredHopByHopAndWhatIsDetectedIsTold() throws Exception {
        Stream stream = new Stream("loudness/stream");
        stream.say("{\"sample_rate_hz\":8000,\"encoding\":\"f32le\",\"threshold\":0.7}");
        JsonNode ready = stream.hear();
        assertThat(ready.get("type").stringValue()).isEqualTo("ready");
        assertThat(ready.get("labels").get(0).stringValue()).isEqualTo("loud");
        assertThat(ready.get("hop_seconds").doubleValue()).isEqualTo(0.5);

        stream.send(floats(0.5f, 8_000));
        JsonNode heard = stream.hear();
        assertThat(heard.get("hops").size()).isEqualTo(2);
        JsonNode first = heard.get("hops").get(0);
        assertThat(first.get("at_seconds").doubleValue()).isEqualTo(0.5);
        assertThat(first.get("probabilities").get(0).doubleValue())
                .as("half a second of silence before it: sigmoid(8 * 0.125 - 1) = 0.5")
                .isCloseTo(0.5, within(1e-3));
        assertThat(heard.get("hops").get(1).get("probabilities").get(0).doubleValue())
                .isCloseTo(0.7311, within(1e-3));
        // A score is the mean of some hops, so one detection wants sound that lasts.
        stream.send(floats(0.5f, 16_000));
        JsonNode detections = stream.hear().get("detections");
        assertThat(detections.size()).isEqualTo(1);
        assertThat(detections.get(0).get("label").stringValue()).isEqualTo("loud");

        stream.say("{\"type\":\"flush\"}");
        assertThat(stream.hear().get("type").stringValue()).isEqualTo("heard");
        assertThat(stream.hear().get("type").stringValue()).isEqualTo("ended");

        String id = detections.get(0).get("id").stringValue();
        running.client
                .upload(
                        "/api/v1/projects/loudness/feedback",
                        Client.field("kind", "false_alarm"),
                        Client.field("prediction", id))
                .is(201);
        JsonNode told = running.client
                .get("/api/v1/projects/loudness/monitoring?hours=1")
                .json();
        assertThat(told.at("/activity/hours_listened").doubleValue()).isGreaterThanOrEqualTo(3 / 3_600.0);
        assertThat(told.at("/activity/detections/loud").intValue()).isPositive();
        assertThat(told.at("/false_alarms/reported").intValue()).isEqualTo(1);
        assertThat(told.at("/false_alarms/verdict").stringValue())
                .as("one in three seconds")
                .isEqualTo("broken");
        stream.close();
    }

    @Test
    void wholeNumbersAtAnotherRateAreHeardTheSame() throws Exception {
        Stream stream = new Stream("loudness/stream");
        stream.say("{\"sample_rate_hz\":16000,\"encoding\":\"s16le\"}");
        stream.hear();
        ByteBuffer block = ByteBuffer.allocate(2 * 40_000).order(ByteOrder.LITTLE_ENDIAN);
        while (block.hasRemaining()) {
            block.putShort((short) 16_384);
        }
        stream.send(block.flip());
        JsonNode hops = stream.hear().get("hops");
        assertThat(hops.get(hops.size() - 1).get("probabilities").get(0).doubleValue())
                .isCloseTo(0.7311, within(5e-3));
        stream.close();
    }

    @Test
    void severalProjectsHearTheSameStreamAndEachTellsWhatItHears() throws Exception {
        Stream stream = new Stream("loudness/stream?also=digits&also=loudness");
        stream.say("{\"sample_rate_hz\":8000,\"encoding\":\"f32le\"}");
        assertThat(stream.hear().get("project").stringValue()).isEqualTo("loudness");
        assertThat(stream.hear().get("project").stringValue()).isEqualTo("digits");

        stream.send(floats(0.5f, 16_000));
        JsonNode loud = stream.hear();
        JsonNode digits = stream.hear();
        assertThat(loud.get("project").stringValue()).isEqualTo("loudness");
        assertThat(loud.at("/hops/0/probabilities").size()).isEqualTo(2);
        assertThat(digits.get("project").stringValue()).isEqualTo("digits");
        assertThat(digits.at("/hops/0/probabilities").size()).isEqualTo(10);

        stream.say("{\"type\":\"flush\"}");
        JsonNode last = stream.hear();
        while (last.get("type").stringValue().equals("heard")) {
            last = stream.hear();
        }
        assertThat(last.get("type").stringValue()).isEqualTo("ended");
        stream.close();
    }

    @Test
    void whatCannotBeAnsweredIsToldAndEndsTheStream() throws Exception {
        Stream noOpening = new Stream("loudness/stream");
        noOpening.send(floats(0.5f, 10));
        assertThat(noOpening.hear().get("code").stringValue()).isEqualTo("BAD_OPENING");

        Stream badRate = new Stream("loudness/stream");
        badRate.say("{\"sample_rate_hz\":1}");
        assertThat(badRate.hear().get("code").stringValue()).isEqualTo("BAD_OPENING");

        Stream halfASample = new Stream("loudness/stream");
        halfASample.say("{\"sample_rate_hz\":8000,\"encoding\":\"s16le\"}");
        halfASample.hear();
        halfASample.send(ByteBuffer.allocate(3));
        assertThat(halfASample.hear().get("code").stringValue()).isEqualTo("BAD_BLOCK");
    }

    @Test
    void aRequestThatIsNoStreamIsRefusedLikeAnyOther() {
        running.client.get("/api/v1/projects/loudness/stream").isProblem(426, "UPGRADE_REQUIRED");
    }

    private static ByteBuffer floats(float value, int count) {
        ByteBuffer block = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            block.putFloat(value);
        }
        return block.flip();
    }

    /** A client's end of a stream. */
    private static final class Stream implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;

        /** @param address what stands behind the projects' address */
        Stream(String address) {
            URI server = running.server.address();
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://" + server.getAuthority() + "/api/v1/projects/" + address), this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                messages.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage("heard");
        }

        void say(String text) {
            socket.sendText(text, true).join();
        }

        void send(ByteBuffer samples) {
            // The JDK's client garbles buffers that are not big-endian; what is in them stays little-endian.
            socket.sendBinary(samples.duplicate(), true).join();
        }

        JsonNode hear() throws InterruptedException {
            String message = messages.poll(60, TimeUnit.SECONDS);
            assertThat(message).as("an answer").isNotNull();
            return JsonMapper.shared().readTree(message);
        }

        void close() {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }
}
