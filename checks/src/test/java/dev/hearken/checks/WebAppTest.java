package dev.hearken.checks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Holds the web app to its rules, and drives it in a real Chromium on a real server with the starter models. */
@Timeout(900)
class WebAppTest {
    private static final Path WEB = Path.of("../web");
    private static final Path RECORDINGS = Path.of(System.getenv().getOrDefault("HEARKEN_DATA", "../../shared/data"))
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path folder;

    @Test
    void itsCodeIsFormattedTypedAndTested() throws Exception {
        NodeFolder.installed(WEB, "vitest").call(Map.of(), "npm", "run", "--silent", "check");
    }

    @Test
    void itsPagesWorkInARealBrowser() throws Exception {
        BrowserScript.assumeChromium();
        Path pictures = Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
        Command.install(folder);
        Process server = new ProcessBuilder("./hearken", "serve", "--port", "0", "--json")
                .directory(folder.toFile())
                .redirectError(folder.resolve("serve.log").toFile())
                .start();
        try (BufferedReader said = server.inputReader()) {
            Map<String, String> environment = Map.of(
                    "HEARKEN_URL", address(said),
                    "HEARKEN_DATA", RECORDINGS.toString(),
                    "HEARKEN_SCREENSHOTS", pictures.toString());
            NodeFolder.installed(WEB, "vitest")
                    .call(BrowserScript.withChromium(environment), "npm", "run", "--silent", "e2e");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static String address(BufferedReader said) throws IOException {
        return JsonMapper.shared().readTree(said.readLine()).get("url").stringValue();
    }
}
