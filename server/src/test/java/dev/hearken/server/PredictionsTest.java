package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.server.Client.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PredictionsTest {
    private static final String PATH = "/api/v1/projects/loudness/predictions";
    private static final byte[] LOUD = Recordings.constant(0.5f);
    private static final byte[] SILENT = Recordings.constant(0);
    private static final byte[] TEXT = "this is no recording at all, only words".getBytes(StandardCharsets.UTF_8);

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
    void oneRecordingGetsItsLabelWithAllProbabilities() {
        Answer answer = running.client.upload(PATH, Client.file("loud.wav", LOUD));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("project").stringValue()).isEqualTo("loudness");
        assertThat(answer.json().get("model_version").intValue()).isEqualTo(1);
        assertThat(answer.json().get("total").intValue()).isEqualTo(1);
        assertThat(answer.json().get("failed").intValue()).isZero();
        JsonNode result = answer.json().get("results").get(0);
        assertThat(result.propertyNames())
                .containsExactly("id", "file", "label", "probability", "probabilities", "latency_ms", "model_version");
        assertThat(result.get("file").stringValue()).isEqualTo("loud.wav");
        assertThat(result.get("label").stringValue()).isEqualTo("loud");
        assertThat(result.get("probability").doubleValue()).isCloseTo(0.7311, within(1e-3));
        assertThat(result.get("probabilities").get("loud").doubleValue()).isCloseTo(0.7311, within(1e-3));
        assertThat(result.get("probabilities").get("quiet").doubleValue()).isCloseTo(0.2689, within(1e-3));
        assertThat(result.get("latency_ms").doubleValue()).isPositive();
        assertThat(result.get("model_version").intValue()).isEqualTo(1);
    }

    @Test
    void manyRecordingsAreAnsweredInTheOrderSentUnderEitherPartName() {
        Answer answer = running.client.upload(
                PATH,
                new Part("files", "a.wav", LOUD),
                new Part("files", "b.wav", SILENT),
                new Part("files", "c.wav", LOUD));

        assertThat(answer.json()
                        .get("results")
                        .valueStream()
                        .map(result -> result.get("file").stringValue() + " "
                                + result.get("label").stringValue()))
                .containsExactly("a.wav loud", "b.wav quiet", "c.wav loud");
    }

    @Test
    void aHundredRecordingsFitInOneRequest() {
        Part[] parts = IntStream.range(0, 100)
                .mapToObj(i -> Client.file(i + ".wav", LOUD))
                .toArray(Part[]::new);
        Answer answer = running.client.upload(PATH, parts);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("total").intValue()).isEqualTo(100);
        assertThat(answer.json().get("failed").intValue()).isZero();
    }

    @Test
    void oneBadFileAmongManyHasAProblemInItsPlaceAndTheOthersAreAnswered() {
        Answer answer = running.client.upload(
                PATH, Client.file("a.wav", LOUD), Client.file("b.wav", TEXT), Client.file("c.wav", SILENT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("failed").intValue()).isEqualTo(1);
        JsonNode results = answer.json().get("results");
        assertThat(results.get(0).get("label").stringValue()).isEqualTo("loud");
        assertThat(results.get(1).propertyNames()).containsExactly("file", "problem");
        assertThat(results.get(1).get("problem").get("code").stringValue()).isEqualTo("NOT_AUDIO");
        assertThat(results.get(2).get("label").stringValue()).isEqualTo("quiet");
    }

    @Test
    void aSingleBadFileFailsTheRequestWithItsReason() {
        running.client.upload(PATH, Client.file("notes.wav", TEXT)).isProblem(415, "NOT_AUDIO");
        running.client.upload(PATH, Client.file("empty.wav", new byte[0])).isProblem(422, "EMPTY");
        running.client
                .upload(PATH, Client.file("cut.wav", Arrays.copyOf(LOUD, 5_000)))
                .isProblem(422, "TRUNCATED");
    }

    @Test
    void foldersInAFilesNameAreLeftOut() {
        Answer answer = running.client.upload(PATH, Client.file("../../etc/loud.wav", LOUD));
        assertThat(answer.json().get("results").get(0).get("file").stringValue())
                .isEqualTo("loud.wav");
    }

    @Test
    void anUnknownProjectIsNotFoundAndAProjectWithoutAModelSaysSo() {
        running.client
                .upload("/api/v1/projects/nobody/predictions", Client.file("a.wav", LOUD))
                .isProblem(404, "PROJECT_NOT_FOUND");
        running.client
                .upload("/api/v1/projects/empty/predictions", Client.file("a.wav", LOUD))
                .isProblem(503, "NO_LIVE_MODEL");
    }

    @Test
    void aFormWithoutAFileSaysWhatIsMissing() {
        running.client.upload(PATH, new Part("audio", "a.wav", LOUD)).isProblem(400, "NO_FILE");
        running.client.upload(PATH).isProblem(400, "NO_FILE");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        running.client
                .post(PATH, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        running.client
                .post(PATH, "multipart/form-data; boundary=x", "--x\r\nno end".getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "BAD_MULTIPART");
        running.client
                .post(PATH, "multipart/form-data", "no boundary".getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "BAD_MULTIPART");
    }

    @Test
    void moreThanFiftyMegabytesAreRefusedWithAnAnswerTheClientCanRead() {
        running.client
                .upload(PATH, Client.file("long.wav", new byte[(50 << 20) + 1]))
                .isProblem(413, "TOO_LARGE");
        running.client
                .upload(PATH, Client.file("a.wav", new byte[30 << 20]), Client.file("b.wav", new byte[30 << 20]))
                .isProblem(413, "TOO_LARGE");
    }

    @Test
    void moreThanAThousandFilesAreRefused() {
        Part[] parts = IntStream.range(0, 1_001)
                .mapToObj(i -> Client.file(i + ".wav", TEXT))
                .toArray(Part[]::new);
        running.client.upload(PATH, parts).isProblem(413, "TOO_LARGE");
    }
}
