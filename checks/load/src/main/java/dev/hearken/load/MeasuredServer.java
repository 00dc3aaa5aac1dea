package dev.hearken.load;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server that is measured, in a process of its own. */
final class MeasuredServer implements AutoCloseable {
    private static final int LOOKS = 6_000;
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int KILOBYTES_OF_A_MEGABYTE = 1_024;

    private final Process process;
    private final String address;
    private final double coldStartSeconds;

    private MeasuredServer(Process process, String address, double coldStartSeconds) {
        this.process = process;
        this.address = address;
        this.coldStartSeconds = coldStartSeconds;
    }

    /** Starts the command on this home and waits until it has a model that answers. */
    static MeasuredServer start(String command, Path home, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words = new ArrayList<>(
                List.of(command, "serve", "--no-worker", "--port", "" + port, "--home", home.toString()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        String address = "http://127.0.0.1:" + port;
        for (int look = 0; look < LOOKS && process.isAlive(); look++) {
            if (answers(address + "/health")) {
                return new MeasuredServer(process, address, (System.nanoTime() - begun) / 1e9);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        process.destroy();
        throw new IOException("the server does not answer:\n" + Files.readString(log));
    }

    String address() {
        return address;
    }

    /** From the command to the first answer of a server whose models are loaded. */
    double coldStartSeconds() {
        return coldStartSeconds;
    }

    /** What it holds in memory now. */
    long megabytes() throws IOException {
        Path status = Path.of("/proc", "" + process.pid(), "status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_OF_A_MEGABYTE;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
