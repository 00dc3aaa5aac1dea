package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder with a package.json, and what its programs say. */
record NodeFolder(Path path) {
    /**
     * The folder with all its packages.
     *
     * @param last the one that is there only where all are
     */
    static NodeFolder installed(Path path, String last) throws IOException, InterruptedException {
        NodeFolder folder = new NodeFolder(path.toAbsolutePath().normalize());
        if (!folder.isInstalled(last)) {
            folder.call(Map.of(), "npm", "ci", "--no-fund", "--no-audit", "--ignore-scripts");
        }
        return folder;
    }

    /** Runs the command, which must find nothing wrong, with what it needs to know in its environment. */
    void call(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(path.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Whether npm has installed what the lock file names, since it was last changed. */
    private boolean isInstalled(String last) throws IOException {
        Path installed = path.resolve("node_modules/.package-lock.json");
        return Files.isDirectory(path.resolve("node_modules").resolve(last))
                && Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(path.resolve("package-lock.json")))
                        >= 0;
    }
}
