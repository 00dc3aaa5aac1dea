package dev.hearken.server.problems;

import dev.hearken.core.HearkenException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with the status to say so. */
public final class ProblemException extends HearkenException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final Duration wait;

    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, Duration.ZERO);
    }

    private ProblemException(HttpStatus status, String code, String detail, Duration wait) {
        super(status.is4xxClientError() ? Kind.USER : Kind.INSUFFICIENT_RESOURCES, code, detail);
        this.status = status;
        this.wait = wait;
    }

    /** So many a minute were allowed, and after so long another will be. */
    public static ProblemException tooMany(int perMinute, Duration wait) {
        String detail = "%,d a minute are allowed; wait as long as Retry-After says".formatted(perMinute);
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", detail, wait);
    }

    /** No project has this name. */
    public static ProblemException noProject(String project) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "PROJECT_NOT_FOUND", "there is no project \"" + project + "\"");
    }

    /** No clip of the project has this number. */
    public static ProblemException noClip(String project, int number) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "CLIP_NOT_FOUND", "project \"" + project + "\" has no clip " + number);
    }

    /** The project is there, and no version of it can answer. */
    public static ProblemException noLiveModel(String project) {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "NO_LIVE_MODEL",
                "project \"" + project + "\" has no model that can answer; train or register one and promote it");
    }

    HttpStatus status() {
        return status;
    }

    /** The headers that go with it: how to say who one is, when to come again. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"hearken\"");
        }
        if (!wait.isZero()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
        return headers;
    }
}
