package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.server.HearkenServer;
import dev.hearken.server.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code browser/first-page.test.js}: a real Chromium on the real server with the starter model and real recordings. */
@Timeout(300)
class FirstPageTest {
    private static final Path BROWSER = Path.of("browser").toAbsolutePath();
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("HEARKEN_CHROMIUM", "/usr/bin/chromium"));
    private static final Path RECORDINGS = Path.of(System.getenv().getOrDefault("HEARKEN_DATA", "../../shared/data"))
            .resolve("fsdd/recordings")
            .toAbsolutePath();

    @TempDir
    Path home;

    @Test
    void theFirstPageAnswersInARealBrowser() throws Exception {
        assumeTrue(
                HearkenServer.class.getResource("/dev/hearken/store/registry/starters/digits.onnx") != null,
                "no starter model in this build");
        assumeTrue(Files.isExecutable(CHROMIUM), () -> "no Chromium at " + CHROMIUM);
        assumeTrue(Files.isDirectory(RECORDINGS), () -> "no recordings at " + RECORDINGS);
        Path screenshots = Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
        if (!isInstalled()) {
            run(Map.of(), "npm", "ci", "--no-fund", "--no-audit", "--ignore-scripts");
        }
        try (HearkenServer server = HearkenServer.start(ServerSettings.of(home).withPort(0))) {
            run(
                    Map.of(
                            "HEARKEN_URL", server.address().toString(),
                            "HEARKEN_RECORDINGS", RECORDINGS.toString(),
                            "HEARKEN_SCREENSHOTS", screenshots.toString(),
                            "HEARKEN_CHROMIUM", CHROMIUM.toString()),
                    "npm",
                    "test",
                    "--silent");
        }
    }

    /** Whether npm has installed what the lock file names, since it was last changed. */
    private static boolean isInstalled() throws IOException {
        Path installed = BROWSER.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(BROWSER.resolve("package-lock.json")))
                        >= 0;
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(BROWSER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
