package dev.hearken.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A script that drives a real Chromium. */
final class BrowserScript {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("HEARKEN_CHROMIUM", "/usr/bin/chromium"));

    private BrowserScript() {}

    /** Skips the test where there is no browser. */
    static void assumeChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), () -> "no Chromium at " + CHROMIUM);
    }

    /** Runs a script of {@code browser}, which must find nothing wrong, with what it needs to know in its environment. */
    static void run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        NodeFolder.installed(Path.of("browser"), "axe-core").call(withChromium(environment), "node", "--test", script);
    }

    static Map<String, String> withChromium(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HEARKEN_CHROMIUM", CHROMIUM.toString());
        return all;
    }
}
