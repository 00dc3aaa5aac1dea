package dev.hearken.server.accounts;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps a browser's other pages out. A server that only this machine reaches is still reached by every page its browser shows: such a
 * page may neither change anything here, nor open a stream, nor pretend to be this server under a name of its own.
 */
@Component
@Order(BrowserGuard.PLACE)
class BrowserGuard extends OncePerRequestFilter {
    /** Before anything is known of the caller. */
    static final int PLACE = 0;

    private final boolean onLoopback;
    private final Origins origins;
    private final HandlerExceptionResolver problems;

    BrowserGuard(
            ServerSettings settings,
            Origins origins,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.onLoopback = settings.isOnLoopback();
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse guarded = PageRules.on(response);
        if (onLoopback && !ServerSettings.isLoopback(request.getServerName())) {
            String detail = "this server is called localhost, not " + request.getServerName();
            refuse(request, guarded, new ProblemException(HttpStatus.FORBIDDEN, "FOREIGN_HOST", detail));
        } else if (origins.isChange(request) && origins.isForeign(request)) {
            refuse(request, guarded, origins.foreign());
        } else {
            chain.doFilter(request, guarded);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        problems.resolveException(request, response, null, problem);
    }
}
