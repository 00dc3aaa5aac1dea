package dev.hearken.checks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real MLflow server on this machine, with its database and files in a folder. */
final class MlflowServer implements AutoCloseable {
    private static final int LOOKS = 240;
    private static final int LOOK_EVERY_MILLIS = 500;

    private final Process process;
    private final String address;

    private MlflowServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a server and waits until it answers. */
    static MlflowServer start(Path python, Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("mlflow.log");
        Process process = new ProcessBuilder(
                        python.toString(),
                        "-m",
                        "mlflow",
                        "server",
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--workers=1",
                        "--backend-store-uri=sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination=" + folder.resolve("artifacts"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        MlflowServer server = new MlflowServer(process, "http://127.0.0.1:" + port);
        for (int look = 0; look < LOOKS && process.isAlive(); look++) {
            if (server.answers()) {
                return server;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        server.close();
        throw new AssertionError("the MLflow server does not answer:\n" + Files.readString(log));
    }

    String address() {
        return address;
    }

    @Override
    public void close() {
        // The command starts a server that starts workers; none may outlive the test.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() throws InterruptedException {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(address + "/health")).build();
        try {
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
