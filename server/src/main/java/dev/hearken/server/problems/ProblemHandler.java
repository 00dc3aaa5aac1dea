package dev.hearken.server.problems;

import dev.hearken.core.HearkenException;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.UploadLimits;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The one place that turns failures into answers, whoever threw them: a feature, Spring, or the servlet container. */
@Hidden
@RestControllerAdvice
@RestController
class ProblemHandler implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final UploadLimits limits;

    ProblemHandler(ServerSettings settings) {
        this.limits = settings.uploads();
    }

    /** A failure with a name. */
    @ExceptionHandler
    ResponseEntity<Problem> named(HearkenException failure, HttpServletRequest request) {
        HttpStatus status = Statuses.of(failure);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return unforeseen(failure, request);
        }
        HttpHeaders headers = failure instanceof ProblemException problem ? problem.headers() : HttpHeaders.EMPTY;
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(
                        status, failure.code(), String.valueOf(failure.getMessage()), request.getRequestURI()));
    }

    /** A file or request larger than {@link UploadLimits}. */
    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException failure, HttpServletRequest request) {
        return tooLarge(request.getRequestURI());
    }

    /** A body that says it is multipart and is not, ends early, or has too many parts. */
    @ExceptionHandler
    ResponseEntity<Problem> badMultipart(MultipartException failure, HttpServletRequest request) {
        String cause = String.valueOf(failure.getMostSpecificCause().getMessage());
        if (failure.getMostSpecificCause().getClass().getSimpleName().contains("LimitExceeded")) {
            return tooLarge(request.getRequestURI());
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "BAD_MULTIPART",
                "the multipart body cannot be read: " + cause,
                request.getRequestURI());
    }

    /** A body that is no JSON, not the JSON that is wanted, or more of it than anybody needs. */
    @ExceptionHandler
    ResponseEntity<Problem> badJson(HttpMessageNotReadableException failure, HttpServletRequest request) {
        Throwable cause = failure.getMostSpecificCause();
        if (SlowSender.isOne(cause)) {
            return tooSlow(request.getRequestURI());
        }
        if (cause instanceof StreamConstraintsException) {
            return answer(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "JSON_TOO_LARGE",
                    "JSON may have 1 MB, 50 levels and texts of 100,000 characters",
                    request.getRequestURI());
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "BAD_JSON",
                "the body is not the JSON that is wanted; /v3/api-docs tells what is",
                request.getRequestURI());
    }

    /** A parameter of the wrong kind. */
    @ExceptionHandler
    ResponseEntity<Problem> badParameter(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        Class<?> wanted = failure.getRequiredType();
        return answer(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                "%s must be %s".formatted(failure.getName(), wanted == null ? "another" : wanted.getSimpleName()),
                request.getRequestURI());
    }

    /** Everything else: what Spring knows the status of, and what nobody foresaw. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> any(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String detail = known.getBody().getDetail();
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(
                            status,
                            status.name(),
                            detail == null ? status.getReasonPhrase() : detail,
                            request.getRequestURI()));
        }
        boolean nobodyListens =
                failure instanceof ClientAbortException || failure instanceof AsyncRequestNotUsableException;
        if (nobodyListens) {
            return null;
        }
        return unforeseen(failure, request);
    }

    /** What the container found before Spring saw the request. */
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> container(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked == null ? request.getRequestURI() : asked.toString();
        return status == HttpStatus.REQUEST_TIMEOUT
                ? tooSlow(path)
                : answer(status, status.name(), status.getReasonPhrase(), path);
    }

    private ResponseEntity<Problem> tooLarge(String path) {
        String detail =
                "a request may bring %d MB in at most %d parts".formatted(limits.fileMegabytes(), UploadLimits.PARTS);
        return answer(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", detail, path);
    }

    private static ResponseEntity<Problem> tooSlow(String path) {
        return answer(
                HttpStatus.REQUEST_TIMEOUT, "TOO_SLOW", "the body came too slowly, or stopped; send it again", path);
    }

    /** Nothing of the failure is told outside; the number leads to the log. */
    private static ResponseEntity<Problem> unforeseen(Exception failure, HttpServletRequest request) {
        UUID number = UUID.randomUUID();
        LOG.atError()
                .setCause(failure)
                .addKeyValue("failure", number)
                .addKeyValue("path", request.getRequestURI())
                .log("request failed");
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "something went wrong here, not with the request; the log has it under " + number,
                request.getRequestURI());
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, String code, String detail, String instance) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, code, detail, instance));
    }
}
