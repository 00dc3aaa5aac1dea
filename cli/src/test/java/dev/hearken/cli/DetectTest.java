package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * With {@link MeanModel}: each 0.1 s sigmoid(2 * mean of the last second), a score is the mean of three. Behind silence, a level of 0.5 gives
 * 0.6900, 0.7109 and 0.7311 after 0.8, 0.9 and 1.0 s, so a threshold of 0.7 is reached after 1.0 s.
 */
class DetectTest {
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
    void aDetectionIsOneLineOfJson() throws IOException {
        Called called = Called.with("detect", model, up("up.wav"), "--threshold", "0.7");

        assertThat(called.exitCode()).isZero();
        assertThat(called.outLines()).hasSize(1);
        assertFirst(called.outLines().get(0));
        assertThat(JSON.readTree(called.outLines().get(0)).propertyNames())
                .containsExactly("label", "start_s", "end_s", "score");
    }

    @Test
    void ofSeveralRecordingsEachLineNamesItsFile() throws IOException {
        up("clips/a.wav");
        up("clips/deeper/b.wav");

        Called called = Called.with("detect", model, folder.resolve("clips").toString(), "--threshold", "0.7");

        assertThat(called.outLines()).hasSize(2);
        assertThat(JSON.readTree(called.outLines().get(1)).get("file").asString())
                .endsWith("b.wav");
    }

    @Test
    void aWavOnStandardInputIsHeardAsItComes() {
        assertFirst(withInput(WavWriter.toBytes(level(0.5f)), "-", "--threshold", "0.7")
                .outLines()
                .get(0));
    }

    @Test
    void samplesWithoutAHeaderAreHeardAtTheRateGiven() {
        ByteBuffer raw = ByteBuffer.allocate(2 * 16_000).order(ByteOrder.LITTLE_ENDIAN);
        while (raw.hasRemaining()) {
            raw.putShort((short) 16_384);
        }

        assertFirst(withInput(raw.array(), "-", "--rate", "8000", "--threshold", "0.7")
                .outLines()
                .get(0));
    }

    @Test
    void whatIsNeverReachedIsNotDetected() throws IOException {
        Called called = Called.with("detect", model, up("up.wav"), "--threshold", "0.95");

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).isEmpty();
    }

    @Test
    void aBadFileIsToldAndTheOthersAreHeard() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "these are only words, and not a recording");
        byte[] whole = WavWriter.toBytes(level(0.5f));
        Path broken = Files.write(folder.resolve("broken.wav"), Arrays.copyOf(whole, whole.length - 1_000));

        Called called =
                Called.with("detect", model, bad.toString(), broken.toString(), up("up.wav"), "--threshold", "0.7");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("[NOT_AUDIO]").contains("[TRUNCATED]");
        // What was heard before the sound broke off was heard.
        assertThat(called.outLines()).hasSize(2);
    }

    @Test
    void whatIsAskedForWronglyIsRefused() throws IOException {
        String up = up("up.wav");

        assertThat(Called.with("detect", model, up, "--threshold", "1.5").exitCode())
                .isEqualTo(2);
        assertThat(Called.with("detect", model, up, "--threshold", "0.5", "--false-alarms-per-hour", "1")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Called.with("detect", model, up, "--false-alarms-per-hour", "-1")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Called.with("detect", model, up, "--rate", "0").exitCode()).isEqualTo(2);
        assertThat(Called.with("detect", model, up, "--false-alarms-per-hour", "1")
                        .err())
                .contains("[NO_OPERATING_POINT]");
    }

    @Test
    void aMachineWithoutAMicrophoneSaysSo() {
        assumeFalse(Microphone.isHere(), "there is a microphone");

        Called called = Called.with("listen", model);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("no microphone").contains("[NO_MICROPHONE]");
    }

    private Called withInput(byte[] bytes, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(bytes));
        try {
            String[] all = new String[arguments.length + 2];
            all[0] = "detect";
            all[1] = model;
            System.arraycopy(arguments, 0, all, 2, arguments.length);
            return Called.with(all);
        } finally {
            System.setIn(before);
        }
    }

    private static void assertFirst(String json) {
        JsonNode line = JSON.readTree(json);
        assertThat(line.get("label").asString()).isEqualTo("up");
        assertThat(line.get("start_s").asDouble()).isZero();
        assertThat(line.get("end_s").asDouble()).isEqualTo(1.0);
        assertThat(line.get("score").asDouble()).isCloseTo(0.7107, within(1e-3));
    }

    private String up(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        WavWriter.write(level(0.5f), file);
        return file.toString();
    }

    /** Two seconds. */
    private static Waveform level(float level) {
        float[] samples = new float[16_000];
        Arrays.fill(samples, level);
        return Waveform.of(samples, 8_000);
    }
}
