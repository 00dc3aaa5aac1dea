package dev.hearken.lab.dataset;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real recordings lie; tests that need them skip, saying so, where they are absent. */
public final class SharedData {
    private SharedData() {}

    /** The folder of this name among the real recordings. */
    public static Path folder(String name) {
        String home = System.getenv("HEARKEN_DATA");
        Path folder = Path.of(home == null ? "../../shared/data" : home).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "the recordings are not at " + folder + "; skipped");
        return folder;
    }
}
