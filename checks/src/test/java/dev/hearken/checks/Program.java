package dev.hearken.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A program run to its end in a folder, as a user would run it. */
final class Program {
    private static final long MINUTES_AT_MOST = 5;

    private Program() {}

    /** Whether the command can be started at all. */
    static boolean exists(String command) {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What the command printed; if it fails, an error with all it said. */
    static String output(Path folder, String... command) {
        Path out = folder.resolve("program.out");
        Path err = folder.resolve("program.err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError((ended ? "exit code " + process.exitValue() : "too slow") + ": "
                        + abbreviated(command) + "\n" + Files.readString(out) + Files.readString(err));
            }
            return Files.readString(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Class paths would drown what matters. */
    private static String abbreviated(String... command) {
        return Arrays.stream(command)
                .map(word -> word.length() > 100 ? word.substring(0, 100) + "…" : word)
                .collect(Collectors.joining(" "));
    }
}
