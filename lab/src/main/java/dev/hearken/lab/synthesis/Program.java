package dev.hearken.lab.synthesis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine, run without a shell and not longer than it may.
 *
 * @param timeout after which it and all it started are killed
 * @param asUser whether it sees the user's own settings, as a package client must and a speech engine must not
 */
record Program(Path executable, Duration timeout, boolean asUser) {
    private static final int MOST_OUTPUT_BYTES = 1 << 18;
    private static final Duration PATIENCE_WITH_OUTPUT = Duration.ofSeconds(1);

    /** A program that sees no user's settings. */
    Program(Path executable, Duration timeout) {
        this(executable, timeout, false);
    }

    /** How a run went. */
    sealed interface Outcome permits Finished, Unfinished {}

    /**
     * It ended by itself.
     *
     * @param output what it wrote to standard output and error, up to 256 KB
     */
    record Finished(int exitCode, String output) implements Outcome {}

    record Unfinished(SkipReason reason, String detail) implements Outcome {}

    /** Runs in {@code folder}, which is also its home unless it runs as the user. */
    Outcome run(List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        if (!asUser) {
            builder.environment().put("HOME", folder.toString());
        }
        builder.environment().put("LC_ALL", "C.UTF-8");
        // eSpeak NG opens the PulseAudio client even when it writes a file. In a new home that client seeds the random
        // numbers both use to name a folder, after which eSpeak NG's breath and roughness differ from run to run.
        builder.environment().put("PULSE_RUNTIME_PATH", folder.resolve("pulse").toString());
        try {
            return await(builder.start());
        } catch (IOException e) {
            return new Unfinished(SkipReason.MISSING_PROGRAM, String.valueOf(e.getMessage()));
        }
    }

    private Outcome await(Process process) throws IOException {
        process.getOutputStream().close();
        Output output = new Output(process.getInputStream());
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Unfinished(SkipReason.TIMED_OUT, "not done after " + timeout.toMillis() + " ms");
            }
            return new Finished(process.exitValue(), output.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unfinished(SkipReason.INTERRUPTED, "interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Reads what a process writes, lest it wait for a reader; keeps the beginning. */
    private static final class Output {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread reader;

        Output(InputStream stream) {
            reader = new Thread(() -> drain(stream), "output of a speech engine");
            reader.setDaemon(true);
            reader.start();
        }

        private void drain(InputStream stream) {
            byte[] buffer = new byte[4096];
            try (stream) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    synchronized (kept) {
                        kept.write(buffer, 0, Math.min(n, MOST_OUTPUT_BYTES - kept.size()));
                    }
                }
            } catch (IOException e) {
                // The process was killed: what was read until then is all there is.
            }
        }

        /** All of it, unless a process that outlives its parent still holds the pipe. */
        String text() throws InterruptedException {
            reader.join(PATIENCE_WITH_OUTPUT.toMillis());
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
