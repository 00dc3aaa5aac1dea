package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@link MeanModel}, which hears how far a second of sound is above zero. */
class EvaluateDetectorTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void writeAModelAndRecordings() throws IOException {
        model = folder.resolve("mean.onnx").toString();
        MeanModel.file().write(Path.of(model));
        for (int i = 0; i < 4; i++) {
            write("yes/inner/" + i + ".wav", i == 0 ? 0.1f : 0.8f, 2);
        }
        write("no/a.wav", 0.2f, 30);
        write("no/deeper/b.wav", -0.5f, 30);
    }

    @Test
    void missedEventsAndFalseAlarmsAreCountedAtFourPoints() {
        Called called = evaluate("--json");

        assertThat(called.exitCode()).isZero();
        JsonNode json = JSON.readTree(called.out());
        assertThat(json.get("events").asInt()).isEqualTo(4);
        assertThat(json.get("hours").asDouble()).isEqualTo(60 / 3600.0);
        assertThat(json.get("points")).hasSize(4);
        for (JsonNode point : json.get("points")) {
            // The minute allows no alarm at any of them, and only the quiet event is no louder than it.
            assertThat(point.get("frr").asDouble()).isEqualTo(0.25);
            assertThat(point.get("false_alarms").asInt()).isZero();
            assertThat(point.get("frr_ci95")).hasSize(2);
            assertThat(point.get("threshold").asDouble()).isBetween(0.59, 0.61);
        }
        assertThat(json.get("points").get(1).get("fah").asDouble()).isEqualTo(0.5);
        assertThat(json.get("latency_s").asDouble()).isNegative();
        assertThat(json.get("skipped")).isEmpty();
    }

    @Test
    void inWordsEveryFigureHasItsDenominator() {
        assertThat(evaluate().out()).contains("FRR 25.0 % (1/4) at 0.00 FAH (0 in 0.0 h)");
    }

    @Test
    void theThreadsDoNotChangeTheFigures() throws IOException {
        write("hiss/h.wav", 0.3f, 10);
        String hiss = folder.resolve("hiss").toString();

        String one = evaluate("--json", "--noise", hiss, "--snr", "10", "--threads", "1")
                .out();

        assertThat(evaluate("--json", "--noise", hiss, "--snr", "10", "--threads", "3")
                        .out())
                .isEqualTo(one);
        assertThat(JSON.readTree(one).get("snr_db").asDouble()).isEqualTo(10);
    }

    @Test
    void thePublicBenchmarkIsFollowed() {
        String yes = folder.resolve("yes").toString();
        String no = folder.resolve("no/deeper").toString();

        Called called = Called.with(
                "bench",
                "wake-word",
                model,
                "--positives",
                yes,
                "--background",
                no,
                "--hours",
                "0.1",
                "--label",
                "up",
                "--json");

        JsonNode json = JSON.readTree(called.out());
        // Six minutes in four pieces, each a part of the half minute's recording longer.
        assertThat(json.get("hours").asDouble()).isBetween(0.1, 0.1 + 4 * 30 / 3600.0);
        assertThat(json.get("events").asInt()).isEqualTo(4);
        // At full scale all four are alike; the background is below zero, or silent.
        assertThat(json.get("points").get(0).get("frr").asDouble()).isZero();
        assertThat(Called.with("bench", "wake-word", model, "--positives", yes, "--background", no, "--label", "up")
                        .err())
                .contains("[TOO_FEW_POSITIVES]");
        assertThat(Called.with("bench", "wake-word", model, "--positives", yes, "--background", no, "--hours", "0")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void badClipsAreSkippedAndListed() throws IOException {
        Files.writeString(folder.resolve("yes/bad.wav"), "words");

        JsonNode json = JSON.readTree(evaluate("--json").out());

        assertThat(json.get("events").asInt()).isEqualTo(4);
        assertThat(json.get("skipped")).hasSize(1);
        assertThat(json.get("skipped").get(0).get("code").asString()).isEqualTo("NOT_AUDIO");
        assertThat(evaluate().err()).contains("skipped").contains("[NOT_AUDIO]");
    }

    @Test
    void withNothingToReadThereAreNoFigures() throws IOException {
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/bad.wav"), "words");
        String broken = folder.resolve("broken").toString();

        assertThat(Called.with("evaluate", model, "--positives", broken, "--negatives", broken, "--label", "up")
                        .err())
                .contains("[NO_EVENTS]");
        assertThat(evaluate("--noise", broken).err()).contains("[NO_NOISE]");
    }

    @Test
    void whatIsAskedForWronglyIsRefused() {
        String yes = folder.resolve("yes").toString();

        assertThat(Called.with("evaluate", model, "--positives", yes).exitCode())
                .isEqualTo(2);
        assertThat(Called.with("evaluate", model, "--positives", yes, "--negatives", yes)
                        .err())
                .contains("--label");
        assertThat(evaluate("--threads", "0").exitCode()).isEqualTo(2);
        assertThat(evaluate("--snr", "1000").exitCode()).isEqualTo(2);
        assertThat(Called.with("evaluate", model).err()).contains("--data");
    }

    private Called evaluate(String... more) {
        String[] call = {
            "evaluate",
            model,
            "--positives",
            folder.resolve("yes").toString(),
            "--negatives",
            folder.resolve("no").toString(),
            "--label",
            "up"
        };
        String[] all = Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        return Called.with(all);
    }

    private void write(String name, float level, int seconds) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        float[] samples = new float[seconds * 8_000];
        Arrays.fill(samples, level);
        WavWriter.write(Waveform.of(samples, 8_000), file);
    }
}
