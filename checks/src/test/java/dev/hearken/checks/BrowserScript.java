package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A script of {@code browser} that drives a real Chromium. */
final class BrowserScript {
    private static final Path FOLDER = Path.of("browser").toAbsolutePath();
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("HEARKEN_CHROMIUM", "/usr/bin/chromium"));

    private BrowserScript() {}

    /** Skips the test where there is no browser. */
    static void assumeChromium() {
        assumeTrue(Files.isExecutable(CHROMIUM), () -> "no Chromium at " + CHROMIUM);
    }

    /** Runs the script, which must find nothing wrong, with what it needs to know in its environment. */
    static void run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        if (!isInstalled()) {
            call(Map.of(), "npm", "ci", "--no-fund", "--no-audit", "--ignore-scripts");
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("HEARKEN_CHROMIUM", CHROMIUM.toString());
        call(all, "node", "--test", script);
    }

    /** Whether npm has installed what the lock file names, since it was last changed. */
    private static boolean isInstalled() throws IOException {
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
                        >= 0;
    }

    private static void call(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
