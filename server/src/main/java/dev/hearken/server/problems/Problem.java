package dev.hearken.server.problems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.springframework.http.HttpStatus;

/**
 * Why a request, or one file of it, was not answered, as RFC 9457 has it.
 *
 * @param type a name for the kind of problem, made from the code
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was found and what to do, for people; its wording may change
 * @param code what programs should look at; never changes its meaning
 * @param instance the path of the request
 */
@Schema(description = "Why something was not answered (RFC 9457).")
public record Problem(
        @Schema(example = "urn:hearken:problem:NOT_AUDIO") URI type,
        @Schema(example = "Unsupported Media Type") String title,
        @Schema(example = "415") int status,

        @Schema(example = "the content is none of the formats that are read")
        String detail,

        @Schema(example = "NOT_AUDIO", description = "Stable; for programs.")
        String code,

        @Schema(example = "/api/v1/projects/digits/predictions")
        String instance) {

    /** A problem of this code; the rest follows from it. */
    public static Problem of(HttpStatus status, String code, String detail, String instance) {
        return new Problem(
                URI.create("urn:hearken:problem:" + code),
                status.getReasonPhrase(),
                status.value(),
                detail,
                code,
                instance);
    }
}
