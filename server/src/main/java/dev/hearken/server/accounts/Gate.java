package dev.hearken.server.accounts;

import dev.hearken.core.HearkenException;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.accounts.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets in who may do what they ask for, before anything of the request is read. */
@Component
@Order(BrowserGuard.PLACE + 1)
final class Gate extends OncePerRequestFilter {
    private final Doors doors;
    private final Callers callers;
    private final RateLimits limits;
    private final Audit audit;
    private final HandlerExceptionResolver problems;

    Gate(
            Doors doors,
            Callers callers,
            RateLimits limits,
            Audit audit,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.doors = doors;
        this.callers = callers;
        this.limits = limits;
        this.audit = audit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Door door = doors.of(request);
        try {
            if (door.need().isPresent()) {
                Caller caller = identify(request);
                audit.remember(request, caller);
                limits.take(caller, request);
                if (door.answered()) {
                    requireAllowed(caller, door);
                }
            }
        } catch (HearkenException refused) {
            problems.resolveException(request, response, null, refused);
            audit.refused(request, response, door);
            return;
        }
        chain.doFilter(request, response);
        audit.done(request, response, door);
    }

    /** Strangers have few tries, so that nobody tries tokens out. */
    private Caller identify(HttpServletRequest request) {
        try {
            return callers.require(request);
        } catch (ProblemException stranger) {
            limits.takeAsStranger(request);
            throw stranger;
        }
    }

    private static void requireAllowed(Caller caller, Door door) {
        Scope need = door.need().orElseThrow();
        if (!need.isIn(caller.scopes())) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "SCOPE_MISSING",
                    "this wants the scope \"%s\", which %s has not".formatted(need.word(), caller.described()));
        }
        if (caller.project().isPresent()
                && !door.projects().equals(Set.of(caller.project().get()))) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "PROJECT_FOREIGN",
                    "the token is for project \"%s\" alone"
                            .formatted(caller.project().get()));
        }
    }
}
