package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.Surrogate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void writeAModel() {
        model = folder.resolve("mean.onnx").toString();
        MeanModel.file().write(Path.of(model));
    }

    @Test
    void aFileIsAnsweredInOneLineOfJson() throws IOException {
        String up = level(0.5f, "up.wav");

        Called called = Called.with("predict", model, up, "--json");

        assertThat(called.exitCode()).isZero();
        assertThat(called.outLines()).hasSize(1);
        JsonNode line = JSON.readTree(called.outLines().get(0));
        assertThat(line.propertyNames()).containsExactly("file", "label", "probability", "probabilities", "latency_ms");
        assertThat(line.get("file").asString()).isEqualTo(up);
        assertThat(line.get("label").asString()).isEqualTo("up");
        // sigmoid(2 * 0.5)
        assertThat(line.get("probability").asDouble()).isCloseTo(0.7310586, within(1e-4));
        assertThat(line.get("probabilities").get("down").asDouble()).isCloseTo(0.2689414, within(1e-4));
        assertThat(line.get("latency_ms").asDouble()).isPositive();
    }

    @Test
    void aFileIsAnsweredInWords() throws IOException {
        assertThat(Called.with("predict", model, level(-0.5f, "low.wav")).out()).endsWith("low.wav: down (73.1 %)\n");
    }

    @Test
    void whatDroveAnAnswerIsNamedInWordsWhereTheModelCan() throws IOException {
        String explained = explainedModel();

        Called called = Called.with("predict", explained, level(0.5f, "up.wav"), "--explain");

        // Its level of 0.5 is two deviations above the average.
        assertThat(called.exitCode()).isZero();
        assertThat(called.outLines()).hasSize(3);
        assertThat(called.outLines().get(1))
                .matches("  for it, \\+\\d\\.\\d\\d: louder than usual: root mean square 0\\.\\d{4} of full scale"
                        + " against 0\\.3000 of full scale on average");
        assertThat(called.outLines().get(2)).contains("accounts for 61 %");
    }

    @Test
    void jsonAlwaysHoldsTheDriversWhereTheModelCanNameThem() throws IOException {
        Called called = Called.with("predict", explainedModel(), level(-0.2f, "low.wav"), "--json");

        JsonNode line = JSON.readTree(called.outLines().get(0));
        JsonNode driver = line.get("drivers").get(0);
        assertThat(driver.propertyNames()).containsExactly("feature", "value", "average", "effect", "words");
        assertThat(driver.get("feature").asString()).isEqualTo("rms");
        assertThat(driver.get("average").asDouble()).isEqualTo(0.3);
        // The label is "down", of which the stand-in says the opposite: (0.2 - 0.3) / 0.1 times -1.5, nearly.
        assertThat(driver.get("effect").asDouble()).isCloseTo(1.5, within(0.3));
        assertThat(driver.get("words").asString()).startsWith("quieter than usual");
        assertThat(line.get("drivers_r2").asDouble()).isEqualTo(0.61);
    }

    @Test
    void aModelThatCannotNameReasonsSaysSo() throws IOException {
        Called called = Called.with("predict", model, level(0.5f, "up.wav"), "--explain");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("[NO_EXPLANATION]");
    }

    @Test
    void aFolderIsSearchedForAudioAndAnsweredInOrderOfName() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("clips/inner"));
        level(0.5f, "clips/inner/a.wav");
        level(-0.5f, "clips/b.wav");
        Files.writeString(inner.resolve("notes.txt"), "not audio");

        Called called = Called.with("predict", model, folder.resolve("clips").toString());

        assertThat(called.exitCode()).isZero();
        assertThat(called.outLines()).hasSize(2);
        assertThat(called.outLines().get(0)).endsWith("b.wav: down (73.1 %)");
        assertThat(called.outLines().get(1)).endsWith("a.wav: up (73.1 %)");
    }

    @Test
    void aQuotedGlobIsExpanded() throws IOException {
        level(0.5f, "x1.wav");
        level(0.5f, "x2.wav");
        level(0.5f, "y1.wav");

        Called called = Called.with("predict", model, folder.resolve("x*.wav").toString());

        assertThat(called.outLines()).hasSize(2);
    }

    @Test
    void aBadFileHasItsOwnLineAndTheOthersAreAnswered() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "these are only words, and not a recording");

        Called called = Called.with("predict", model, bad.toString(), level(0.5f, "good.wav"), "--json");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.outLines()).hasSize(2);
        assertThat(JSON.readTree(called.outLines().get(0)).get("code").asString())
                .isEqualTo("NOT_AUDIO");
        assertThat(JSON.readTree(called.outLines().get(1)).get("label").asString())
                .isEqualTo("up");
    }

    @Test
    void aMissingFileIsUnreadable() {
        Called called =
                Called.with("predict", model, folder.resolve("nowhere.wav").toString());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).endsWith("nowhere.wav: there is no such file [UNREADABLE]\n");
    }

    @Test
    void standardInputIsARecordingCalledDash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(WavWriter.toBytes(waveform(0.5f))));
        try {
            assertThat(Called.with("predict", model, "-").out()).isEqualTo("-: up (73.1 %)\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aFileThatIsNoModelIsOneClearLine() throws IOException {
        Path words = Files.writeString(folder.resolve("words.onnx"), "words");

        Called called = Called.with("predict", words.toString(), level(0.5f, "up.wav"));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains("[MODEL_FORMAT]");
    }

    @Test
    void aModelThatIsNowhereIsNamedWithTheProjectsThereAre() throws IOException {
        Called called = Called.with(
                "predict",
                "nosuch",
                level(0.5f, "up.wav"),
                "--home",
                folder.resolve("home").toString());

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("'nosuch'").contains("[MODEL_NOT_FOUND]");
    }

    @Test
    void noFileIsAWrongCall() {
        assertThat(Called.with("predict", model).exitCode()).isEqualTo(2);
    }

    private String explainedModel() {
        Surrogate surrogate = new Surrogate(
                10,
                5,
                List.of(new Surrogate.Feature("rms", 0.3, 0.1)),
                List.of(
                        new Surrogate.Answer("up", 0, List.of(1.5), 0.61),
                        new Surrogate.Answer("down", 0, List.of(-1.5), 0.61)));
        ModelFile plain = MeanModel.file();
        Path file = folder.resolve("explained.onnx");
        plain.withMetadata(plain.metadata().withSurrogate(surrogate)).write(file);
        return file.toString();
    }

    private String level(float level, String name) throws IOException {
        Path file = folder.resolve(name);
        WavWriter.write(waveform(level), file);
        return file.toString();
    }

    private static Waveform waveform(float level) {
        float[] samples = new float[8_000];
        Arrays.fill(samples, level);
        return Waveform.of(samples, 8_000);
    }
}
