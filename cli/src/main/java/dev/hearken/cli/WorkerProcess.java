package dev.hearken.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker beside the server, started again whenever it dies: what is native may crash there and take nothing else down. */
final class WorkerProcess implements AutoCloseable {
    private static final long GRACE_SECONDS = 10;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    /** One that lived so long did not die of how it was started. */
    private static final long SETTLED_MILLIS = 60_000;

    private final List<String> command;
    private final PrintWriter err;
    private final Thread keeper = new Thread(this::keep, "keep-worker");
    private volatile boolean closing;
    private volatile @Nullable Process process;

    private WorkerProcess(List<String> command, PrintWriter err) {
        this.command = command;
        this.err = err;
    }

    /** Starts a worker on this home. */
    static WorkerProcess start(Path home, PrintWriter err) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Hearken.class.getName()));
        command.addAll(List.of("worker", "--home", home.toString(), Worker.WITH_PARENT));
        WorkerProcess worker = new WorkerProcess(command, err);
        worker.keeper.setDaemon(true);
        worker.keeper.start();
        return worker;
    }

    /** Ends the worker; a job it has under way goes back to the queue. */
    @Override
    public void close() {
        closing = true;
        Process running = process;
        try {
            if (running != null) {
                running.getOutputStream().close();
                if (!running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            }
        } catch (IOException gone) {
            running.destroyForcibly();
        } catch (InterruptedException impatient) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        keeper.interrupt();
    }

    private void keep() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!closing) {
                long started = System.nanoTime();
                int exitCode = startOnce();
                if (!closing) {
                    boolean settled = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) > SETTLED_MILLIS;
                    pause = settled ? FIRST_PAUSE_MILLIS : pause;
                    err.println("hearken: the worker ended (%d); another starts in %d s"
                            .formatted(exitCode, pause / 1_000));
                    TimeUnit.MILLISECONDS.sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException impossible) {
            err.println("hearken: no worker could be started: " + impossible.getMessage());
        }
    }

    private int startOnce() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).redirectOutput(Redirect.DISCARD);
        // What the launcher sets for train: a malloc that keeps its memory trains 1.3 times faster.
        Map<String, String> environment = builder.environment();
        environment.putIfAbsent("MALLOC_MMAP_THRESHOLD_", "33554432");
        environment.putIfAbsent("MALLOC_TRIM_THRESHOLD_", "1073741824");
        environment.putIfAbsent("MALLOC_TOP_PAD_", "67108864");
        Process started = builder.start();
        process = started;
        return started.waitFor();
    }
}
