package dev.hearken.server.accounts;

import dev.hearken.server.AccessSettings;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells by the {@code Origin} a browser sends, and no page can change, whose page asks. */
@Component
final class Origins {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean onLoopback;
    private final AccessSettings access;

    Origins(ServerSettings settings) {
        this.onLoopback = settings.isOnLoopback();
        this.access = settings.access();
    }

    /** Whether a request may change something, as also one may that becomes a stream. */
    boolean isChange(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) || request.getHeader(HttpHeaders.UPGRADE) != null;
    }

    /**
     * Whether a request certainly comes from this server's own page, or one that is let in. Other ports of the same machine are others:
     * cookies do not tell them apart.
     */
    boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : access.corsOrigins().contains(origin)
                        || authority(origin)
                                .filter(own -> own.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST)))
                                .isPresent();
    }

    /**
     * Whether a request comes from another site's page. Programs send no origin; on loopback, a page that is being developed has another
     * port of this machine.
     */
    boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(request) && !(onLoopback && isOfThisMachine(origin));
    }

    /** That it does. */
    ProblemException foreign() {
        return new ProblemException(HttpStatus.FORBIDDEN, "FOREIGN_ORIGIN", "another site's page may not do this");
    }

    private static boolean isOfThisMachine(String origin) {
        return parse(origin)
                .filter(uri -> uri.getHost() != null && ServerSettings.isLoopback(uri.getHost()))
                .isPresent();
    }

    private static Optional<String> authority(String origin) {
        return parse(origin).map(URI::getRawAuthority);
    }

    private static Optional<URI> parse(String origin) {
        try {
            return Optional.of(URI.create(origin));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
