package dev.hearken.lab.collections;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file over HTTP, and goes on where it broke off: in the same call a few times, and in the next call.
 *
 * <p>What has arrived lies in the target, beside it the server's entity tag, so that the rest is only asked for of the same file
 * (RFC 9110, {@code Range} and {@code If-Range}). A server that knows neither sends everything anew.
 *
 * <p>{@link HttpURLConnection} and not the newer client, because it can give up on a server that has gone silent in the middle.
 */
final class Download {
    private static final int CONNECT_MILLIS = 20_000;

    /** A server silent for so long has gone. */
    private static final int SILENCE_MILLIS = 60_000;

    /** So many times without a single new byte, and it is given up. */
    private static final int FRUITLESS_ATTEMPTS = 3;

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final URI url;
    private final Path target;
    private final Path tag;
    private final long maxBytes;
    private final Fetch.Listener listener;

    /** A download to {@code target} of at most {@code maxBytes}. */
    Download(URI url, Path target, long maxBytes, Fetch.Listener listener) {
        this.url = url;
        this.target = target;
        this.tag = target.resolveSibling(target.getFileName() + ".etag");
        this.maxBytes = maxBytes;
        this.listener = listener;
    }

    /**
     * Brings the whole file.
     *
     * @throws HearkenException with code {@code FETCH_URL_REFUSED}, {@code FETCH_NOT_FOUND}, {@code FETCH_REFUSED},
     *     {@code FETCH_UNREACHABLE}, {@code FETCH_BROKEN_OFF} or {@code FETCH_TOO_LARGE}
     */
    void run() {
        int fruitless = 0;
        while (true) {
            long before = size();
            try {
                attempt(before);
                Files.deleteIfExists(tag);
                return;
            } catch (IOException broken) {
                fruitless = size() > before ? 0 : fruitless + 1;
                if (fruitless == FRUITLESS_ATTEMPTS) {
                    throw givenUp(broken);
                }
            }
        }
    }

    private HearkenException givenUp(IOException broken) {
        boolean begun = size() > 0;
        return new HearkenException(
                HearkenException.Kind.INSUFFICIENT_RESOURCES,
                begun ? "FETCH_BROKEN_OFF" : "FETCH_UNREACHABLE",
                begun
                        ? "%s broke off after %,d bytes (%s); the same command goes on from there"
                                .formatted(url, size(), broken)
                        : "%s cannot be reached (%s)".formatted(url, broken),
                broken);
    }

    private void attempt(long have) throws IOException {
        HttpURLConnection connection = connect();
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
            if (Files.exists(tag)) {
                connection.setRequestProperty("If-Range", Files.readString(tag));
            }
        }
        try {
            switch (connection.getResponseCode()) {
                case HttpURLConnection.HTTP_OK -> receive(connection, 0);
                case HttpURLConnection.HTTP_PARTIAL -> receive(connection, requireStart(connection, have));
                case RANGE_NOT_SATISFIABLE -> requireComplete(connection, have);
                default -> throw refused(connection.getResponseCode());
            }
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connect() throws IOException {
        String scheme = Objects.requireNonNullElse(url.getScheme(), "");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw HearkenException.user("FETCH_URL_REFUSED", url + " is neither http nor https");
        }
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        // A compressed transfer could not be resumed by byte.
        connection.setRequestProperty("Accept-Encoding", "identity");
        return connection;
    }

    private void receive(HttpURLConnection connection, long from) throws IOException {
        long announced = connection.getContentLengthLong();
        OptionalLong whole = announced < 0 ? OptionalLong.empty() : OptionalLong.of(from + announced);
        requireAllowed(whole.orElse(0));
        remember(connection.getHeaderField("ETag"));
        long arrived = from;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = connection.getInputStream();
                OutputStream out = Files.newOutputStream(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                arrived += read;
                requireAllowed(arrived);
                out.write(buffer, 0, read);
                listener.arrived(arrived, whole);
            }
        }
        if (whole.isPresent() && arrived < whole.getAsLong()) {
            throw new IOException("%,d of %,d bytes arrived".formatted(arrived, whole.getAsLong()));
        }
    }

    /** A server that sends another part than was asked for would spoil the file. */
    private long requireStart(HttpURLConnection connection, long have) throws IOException {
        String range = Objects.requireNonNullElse(connection.getHeaderField("Content-Range"), "");
        if (!range.startsWith("bytes " + have + "-")) {
            Files.deleteIfExists(target);
            throw new IOException("asked for bytes from " + have + " on, was offered '" + range + "'");
        }
        return have;
    }

    /** Nothing is left to send: either everything is here, or what is here is of another file. */
    private void requireComplete(HttpURLConnection connection, long have) throws IOException {
        String range = Objects.requireNonNullElse(connection.getHeaderField("Content-Range"), "");
        if (!range.equals("bytes */" + have)) {
            Files.deleteIfExists(target);
            throw new IOException("what had arrived is of another file; begun anew");
        }
    }

    private void requireAllowed(long bytes) {
        if (bytes > maxBytes) {
            throw HearkenException.user(
                    "FETCH_TOO_LARGE", "%s has more than the %,d bytes that are taken".formatted(url, maxBytes));
        }
    }

    private void remember(@Nullable String entityTag) throws IOException {
        // A weak tag does not promise the same bytes.
        if (entityTag == null || entityTag.startsWith("W/")) {
            Files.deleteIfExists(tag);
        } else {
            Files.write(tag, entityTag.getBytes(StandardCharsets.UTF_8));
        }
    }

    private HearkenException refused(int status) throws IOException {
        if (status >= 500) {
            throw new IOException("the server answered " + status);
        }
        boolean gone = status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE;
        return HearkenException.user(
                gone ? "FETCH_NOT_FOUND" : "FETCH_REFUSED",
                "%s answered %d; if it has moved, name its place with --url".formatted(url, status));
    }

    private long size() {
        try {
            return Files.exists(target) ? Files.size(target) : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
