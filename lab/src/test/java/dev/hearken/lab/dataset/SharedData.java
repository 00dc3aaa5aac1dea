package dev.hearken.lab.dataset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real recordings lie; tests that need them skip, saying so, where they are absent. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        String home = System.getenv("HEARKEN_DATA");
        Path folder = Path.of(home == null ? "../../shared/data" : home).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "the recordings are not at " + folder + "; skipped");
        return folder;
    }
}
