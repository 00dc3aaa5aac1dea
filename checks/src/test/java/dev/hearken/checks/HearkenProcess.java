package dev.hearken.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server or a worker in a process of its own, which can be killed and started again. */
final class HearkenProcess implements AutoCloseable {
    private static final int LOOKS = 6_000;
    private static final int LOOK_EVERY_MILLIS = 100;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private Process process;

    private HearkenProcess(List<String> command, Map<String, String> environment, Path log, int port) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.port = port;
        this.process = start();
    }

    /** A server on this home, without a worker of its own; it need not answer yet. */
    static HearkenProcess server(Path home, Map<String, String> environment) {
        int port = freePort();
        return new HearkenProcess(
                command("serve", "--home", home.toString(), "--port", "" + port, "--no-worker"),
                environment,
                log(home, "serve"),
                port);
    }

    /** A worker on this home. */
    static HearkenProcess worker(Path home, Map<String, String> environment) {
        return new HearkenProcess(command("worker", "--home", home.toString()), environment, log(home, "worker"), -1);
    }

    /** Where a server answers. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Ends it without a word, as a crash or {@code kill -9} would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again. */
    void restart() {
        process = start();
    }

    /** Waits until a server answers. */
    HearkenProcess awaitReady() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(address().resolve("/health")).build();
        for (int look = 0; look < LOOKS && process.isAlive(); look++) {
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // It is not listening so far.
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        close();
        throw new AssertionError("the server does not answer:\n" + said());
    }

    /** All it printed so far. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private Process start() {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... verb) {
        List<String> command = new ArrayList<>(List.of(
                Command.java(),
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hearken.cli.Hearken"));
        command.addAll(List.of(verb));
        return command;
    }

    private static Path log(Path home, String verb) {
        return home.resolveSibling(home.getFileName() + "-" + verb + ".log");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
