package dev.hearken.server.problems;

import dev.hearken.core.HearkenException;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with the status to say so. */
public final class ProblemException extends HearkenException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    public ProblemException(HttpStatus status, String code, String detail) {
        super(status.is4xxClientError() ? Kind.USER : Kind.INSUFFICIENT_RESOURCES, code, detail);
        this.status = status;
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
}
