package dev.hearken.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real HTTP server that keeps what it is told, and answers as it is asked to. */
final class HttpReceiver implements AutoCloseable {
    private final HttpServer http;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    HttpReceiver() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::take);
        http.start();
    }

    /** A request as it came. */
    static final class Received {
        final String path;
        final byte[] body;
        private final Map<String, String> headers;

        Received(HttpExchange exchange) throws IOException {
            path = exchange.getRequestURI().getPath();
            headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Entry::getKey, entry -> entry.getValue().get(0)));
            body = exchange.getRequestBody().readAllBytes();
        }

        /** The header of that name, written {@code Like-this}; empty if it did not come. */
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
    }

    /** What is answered from now on. */
    void answer(int otherStatus) {
        status = otherStatus;
    }

    /** The next request; waits for it. */
    Received next() {
        try {
            Received next = received.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing was received in a minute");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many requests came that nobody took. */
    int waiting() {
        return received.size();
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(exchange));
        exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
