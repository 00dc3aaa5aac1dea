package dev.hearken.checks;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Python of its own with pinned packages, made once in a folder. */
final class PinnedPython {
    private PinnedPython() {}

    /** The interpreter in {@code environment}, with the packages of {@code requirements}; installs nothing that is there already. */
    static Path with(Path environment, Path requirements) throws IOException {
        Path python = environment.resolve("bin/python");
        Path installed = environment.resolve("installed.txt");
        if (!Files.exists(python)) {
            Path folder = Files.createDirectories(environment.toAbsolutePath().getParent());
            Program.output(folder, "python3", "-m", "venv", environment.toString());
        }
        if (!Files.exists(installed) || Files.mismatch(requirements, installed) >= 0) {
            String list = requirements.toAbsolutePath().toString();
            Program.output(environment, python.toString(), "-m", "pip", "install", "-q", "-r", list);
            Files.copy(requirements, installed, REPLACE_EXISTING);
        }
        return python;
    }
}
