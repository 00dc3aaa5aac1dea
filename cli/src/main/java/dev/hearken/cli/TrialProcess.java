package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One {@code hearken train} in a process of its own: what is native may crash there and take nothing else down. */
final class TrialProcess {
    private static final long LOOK_EVERY_MILLIS = 200;

    /** How long a trial may take to keep its best model, once all were told to end, before it is told by itself. */
    private static final long GRACE_SECONDS = 20;

    private final Process process;
    private final Path log;

    private TrialProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts this Java with this class path and these words; what it says goes to the log. */
    static TrialProcess start(List<String> words, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Hearken.class.getName()));
        command.addAll(words);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new TrialProcess(process, log);
        } catch (IOException impossible) {
            throw new HearkenException(
                    HearkenException.Kind.INSUFFICIENT_RESOURCES,
                    "TRIAL_NOT_STARTED",
                    "a trial could not be started: " + impossible.getMessage(),
                    impossible);
        }
    }

    /**
     * Waits for the end. Ctrl-C reaches every process of a terminal; a trial that did not hear it is told.
     *
     * @return the exit code
     */
    int await(BooleanSupplier stop) {
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stop.getAsBoolean() && !process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroy();
                    return process.waitFor();
                }
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            return process.isAlive() ? -1 : process.exitValue();
        }
    }

    /** The last thing it said. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
