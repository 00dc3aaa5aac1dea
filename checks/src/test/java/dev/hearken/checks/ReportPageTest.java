package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trains on tones with a report, and runs {@code browser/report.test.js}: a real Chromium opens the page from disk. */
@Timeout(300)
class ReportPageTest {
    private static final int RATE_HZ = 16_000;

    @TempDir
    private Path folder;

    @Test
    void theReportOpensFromDiskInARealBrowser() throws Exception {
        BrowserScript.assumeChromium();
        Path screenshots = Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
        writeTones(folder.resolve("tones"));
        Command.install(folder);
        call(
                "./hearken",
                "train",
                "custom",
                "--data",
                "tones",
                "--out",
                "tones.onnx",
                "--protocol",
                "hold-out",
                "--report",
                "report",
                "network=bcresnet1",
                "training.epochs=2",
                "augmentation.room=0");

        BrowserScript.run(
                "report.test.js",
                Map.of(
                        "HEARKEN_REPORT",
                        folder.resolve("report/report.html").toUri().toString(),
                        "HEARKEN_SCREENSHOTS",
                        screenshots.toString()));
    }

    /** Three labels that are hard to tell apart, one of them called what a page must not take at its word. */
    private static void writeTones(Path tones) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> labels = List.of("low", "middle", "<script>alert(1)<b>");
        for (int label = 0; label < labels.size(); label++) {
            for (String speaker : List.of("ann", "ben", "cleo", "dan", "eve", "finn")) {
                Path files =
                        Files.createDirectories(tones.resolve(labels.get(label)).resolve(speaker));
                for (int take = 0; take < 3; take++) {
                    WavWriter.write(
                            tone(random, 180 + 15 * label + random.nextDouble(-15, 15)), files.resolve(take + ".wav"));
                }
            }
        }
    }

    private static Waveform tone(SplittableRandom random, double hz) {
        float[] samples = new float[RATE_HZ / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hz * i / RATE_HZ) + 0.1 * random.nextDouble(-1, 1));
        }
        return Waveform.of(samples, RATE_HZ);
    }

    private void call(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
