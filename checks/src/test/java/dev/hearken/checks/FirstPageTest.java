package dev.hearken.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.server.HearkenServer;
import dev.hearken.server.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code browser/first-page.test.js}: a real Chromium on the real server with the starter model and real recordings. */
@Timeout(300)
class FirstPageTest {
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
        BrowserScript.assumeChromium();
        assumeTrue(Files.isDirectory(RECORDINGS), () -> "no recordings at " + RECORDINGS);
        Path screenshots = Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
        try (HearkenServer server = HearkenServer.start(ServerSettings.of(home).withPort(0))) {
            BrowserScript.run(
                    "first-page.test.js",
                    Map.of(
                            "HEARKEN_URL", server.address().toString(),
                            "HEARKEN_RECORDINGS", RECORDINGS.toString(),
                            "HEARKEN_SCREENSHOTS", screenshots.toString()));
        }
    }
}
