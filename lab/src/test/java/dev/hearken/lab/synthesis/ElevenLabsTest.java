package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service's client against a server of this machine that answers as the service does, and as broken services do. */
class ElevenLabsTest {
    private static final String VOICES = """
            {"voices": [{"voice_id": "v1", "name": "Ada", "labels": {"language": "en"}},
                        {"voice_id": "v2", "name": "Bruno", "labels": {"language": "de"}}]}""";

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    private record Answer(int status, ByteBuffer body, Map<String, String> header) {
        static Answer of(int status, String body) {
            return new Answer(status, StandardCharsets.UTF_8.encode(body), Map.of());
        }

        static Answer of(byte[] body) {
            return new Answer(200, ByteBuffer.wrap(body), Map.of());
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("xi-api-key") + " " + request);
        Answer answer = answers.poll();
        if (answer == null) {
            await();
            exchange.close();
            return;
        }
        answer.header.forEach(exchange.getResponseHeaders()::add);
        byte[] body = new byte[answer.body.remaining()];
        answer.body.get(body);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ElevenLabs service(Duration timeout) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new ElevenLabs(HttpClient.newHttpClient(), address, "secret", timeout, Duration.ofMillis(1));
    }

    private Speech said(Answer... toGive) {
        answers.addAll(List.of(toGive));
        return service(Duration.ofSeconds(20)).speak("v1", new Utterance("hey \"you\"", 1.5, 1));
    }

    private static Answer tone() {
        ByteBuffer pcm = ByteBuffer.allocate(3_200).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 1_600; i++) {
            pcm.putShort((short) Math.round(8_000 * Math.sin(0.1 * i)));
        }
        return Answer.of(pcm.array());
    }

    private static void skippedFor(SkipReason reason, Speech speech) {
        assertThat(speech)
                .isInstanceOfSatisfying(
                        Skipped.class, skipped -> assertThat(skipped.reason()).isEqualTo(reason));
    }

    @Test
    void aTextIsSaidByTheVoiceAtTheRateTheServiceAllows() {
        assertThat(said(tone())).isInstanceOfSatisfying(Spoken.class, spoken -> {
            assertThat(spoken.waveform().sampleRateHz()).isEqualTo(16_000);
            assertThat(spoken.waveform().length()).isEqualTo(1_600);
        });
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .startsWith("POST /v1/text-to-speech/v1?output_format=pcm_16000 secret ")
                .contains("\"text\":\"hey \\\"you\\\"\"", "\"speed\":1.2", "\"seed\":");
    }

    @Test
    void theVoicesOfTheAccountAreListedByLanguage() {
        answers.add(Answer.of(200, VOICES));
        List<Voice> english = ElevenLabsVoice.voices(service(Duration.ofSeconds(20)), Language.ENGLISH);
        assertThat(english).extracting(Voice::id).containsExactly("elevenlabs/v1");
        assertThat(english.get(0).speaker()).isEqualTo("elevenlabs/Ada");
    }

    @Test
    void aServiceThatListsGarbageOrRefusesHasNoVoices() {
        answers.add(Answer.of(200, "<html>"));
        answers.add(Answer.of(401, "{}"));
        ElevenLabs service = service(Duration.ofSeconds(20));
        assertThat(service.voices()).isEmpty();
        assertThat(service.voices()).isEmpty();
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() {
        Speech speech = said(Answer.of(401, "{\"detail\": \"invalid_api_key\"}"), tone());
        skippedFor(SkipReason.REFUSED, speech);
        assertThat(speech.toString()).contains("invalid_api_key").doesNotContain("secret");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoAsksForPatienceIsAskedAgain() {
        assertThat(said(
                        new Answer(429, ByteBuffer.allocate(0), Map.of("Retry-After", "0")),
                        Answer.of(503, "busy"),
                        tone()))
                .isInstanceOf(Spoken.class);
        assertThat(asked).hasSize(3);
    }

    @Test
    void butNotForEver() {
        for (int i = 0; i < 4; i++) {
            answers.add(Answer.of(429, "too many"));
        }
        skippedFor(SkipReason.FAILED, said(tone()));
        assertThat(asked).hasSize(4);
    }

    @Test
    void aServiceThatDoesNotAnswerIsSkipped() {
        skippedFor(SkipReason.TIMED_OUT, service(Duration.ofMillis(200)).speak("v1", Utterance.of("hey")));
    }

    @Test
    void aServiceThatIsNotThereIsSkipped() {
        server.stop(0);
        skippedFor(SkipReason.FAILED, said());
    }

    @Test
    void silenceAndGarbageAreSkipped() {
        skippedFor(SkipReason.SILENT, said(Answer.of(new byte[3_200])));
        skippedFor(SkipReason.UNREADABLE_AUDIO, said(Answer.of(200, "{\"error\": 1}")));
        skippedFor(SkipReason.UNREADABLE_AUDIO, said(Answer.of(new byte[] {1, -2, 3})));
    }
}
