package dev.hearken.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A stranger with the JDK's HTTP client. */
final class Client {
    private static final String BOUNDARY = "----a-boundary-nobody-speaks";

    /** The content type of {@link #form}. */
    static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    Client(URI server) {
        this.server = server;
    }

    /** One part of a form. */
    static final class Part {
        private final String name;
        private final String fileName;
        private final byte[] content;

        Part(String name, String fileName, byte[] content) {
            this.name = name;
            this.fileName = fileName;
            this.content = content;
        }

        private String head() {
            return fileName.isEmpty()
                    ? ""
                    : "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream";
        }
    }

    static Part file(String fileName, byte[] content) {
        return new Part("file", fileName, content);
    }

    /** A field without a file. */
    static Part field(String name, String value) {
        return new Part(name, "", value.getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer upload(String path, Part... parts) {
        return post(path, FORM, form(parts));
    }

    Answer post(String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /** A request with JSON in it, or with nothing. */
    Answer send(String method, String path, String json) {
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** These parts as the body of a request. */
    static byte[] form(Part... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : parts) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name + "\""
                            + part.head() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
