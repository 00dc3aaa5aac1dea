package dev.hearken.server.accounts;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps a browser's other pages out. A server that only this machine reaches is still reached by every page its browser shows: such a
 * page may neither change anything here, nor open a stream, nor pretend to be this server under a name of its own.
 */
@Component
class BrowserGuard extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean onLoopback;
    private final HandlerExceptionResolver problems;

    BrowserGuard(ServerSettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.onLoopback = LOOPBACK.contains(settings.host());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (onLoopback && !LOOPBACK.contains(request.getServerName())) {
            refuse(
                    request,
                    response,
                    "FOREIGN_HOST",
                    "this server is called localhost, not " + request.getServerName());
        } else if (changes(request) && isForeign(request)) {
            refuse(request, response, "FOREIGN_ORIGIN", "another site's page may not do this");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String code, String detail) {
        problems.resolveException(request, response, null, new ProblemException(HttpStatus.FORBIDDEN, code, detail));
    }

    private static boolean changes(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
    }

    /** Programs send no origin; a page's own requests have the server's, or, while it is developed, another port of this machine. */
    private boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        String host = host(origin);
        return host == null || !(host.equals(request.getServerName()) || (onLoopback && LOOPBACK.contains(host)));
    }

    private static @Nullable String host(String origin) {
        try {
            return URI.create(origin).getHost();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
