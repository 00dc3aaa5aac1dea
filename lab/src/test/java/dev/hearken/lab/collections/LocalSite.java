package dev.hearken.lab.collections;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server on this machine, of one file: it knows ranges and entity tags, and can be told to break off. */
final class LocalSite implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer server;
    private final Deque<Integer> breaks = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private byte[] file;
    private String tag = "\"1\"";
    private boolean knowsRanges = true;

    LocalSite(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/set", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/set");
    }

    /** The next answers end after so many bytes, each the connection with it. */
    LocalSite breakingOffAfter(Integer... bytes) {
        breaks.addAll(List.of(bytes));
        return this;
    }

    LocalSite withoutRanges() {
        knowsRanges = false;
        return this;
    }

    void replace(byte[] other) {
        file = other;
        tag = "\"2\"";
    }

    /** What was asked for, request by request: {@code all}, or {@code from N}. */
    List<String> asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        int from = from(exchange);
        asked.add(from == 0 ? "all" : "from " + from);
        exchange.getResponseHeaders().set("ETag", tag);
        if (from >= file.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
            exchange.sendResponseHeaders(416, -1);
        } else {
            byte[] part = Arrays.copyOfRange(file, from, file.length);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, part.length);
            Integer end = breaks.poll();
            exchange.getResponseBody().write(part, 0, end == null ? part.length : end);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    private int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String onlyIf = exchange.getRequestHeaders().getFirst("If-Range");
        if (!knowsRanges || range == null || (onlyIf != null && !onlyIf.equals(tag))) {
            return 0;
        }
        Matcher wanted = RANGE.matcher(range);
        return wanted.matches() ? Integer.parseInt(wanted.group(1)) : 0;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
