package dev.hearken.server.accounts;

import dev.hearken.server.Needs;
import dev.hearken.server.OfProject;
import dev.hearken.server.Unguarded;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobQueue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells what a request wants from who would answer it, so that an address that somebody adds is guarded without anybody thinking of it.
 * Files of the page are for all, they hold no secrets.
 */
@Component
final class Doors {
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectProvider<DispatcherServlet> dispatcher;
    private final JobQueue jobs;

    Doors(ObjectProvider<DispatcherServlet> dispatcher, JobQueue jobs) {
        this.dispatcher = dispatcher;
        this.jobs = jobs;
    }

    Door of(HttpServletRequest request) {
        Object handler = handler(request);
        String address =
                String.valueOf(Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                        .orElse("?"));
        return new Door(
                need(handler, request.getMethod()), handler != null, address, projects(handler, address, request));
    }

    static Optional<Scope> need(@Nullable Object handler, String method) {
        boolean looking = LOOKING.contains(method);
        if (handler instanceof HandlerMethod asked) {
            if (asked.hasMethodAnnotation(Unguarded.class)) {
                return Optional.empty();
            }
            Needs needs = asked.getMethodAnnotation(Needs.class);
            if (needs == null) {
                needs = AnnotatedElementUtils.findMergedAnnotation(asked.getBeanType(), Needs.class);
            }
            return Optional.of(needs != null ? needs.value() : looking ? Scope.READ : Scope.TRAIN);
        }
        boolean partOfThePage =
                handler instanceof ResourceHttpRequestHandler || handler instanceof ParameterizableViewController;
        return partOfThePage && looking ? Optional.empty() : Optional.of(looking ? Scope.READ : Scope.ADMIN);
    }

    private @Nullable Object handler(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        List<HandlerMapping> mappings = dispatcher.getObject().getHandlerMappings();
        try {
            for (HandlerMapping mapping : mappings == null ? List.<HandlerMapping>of() : mappings) {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) {
                    return chain.getHandler();
                }
            }
        } catch (Exception nobodyAnswers) {
            // A wrong method or media type: the dispatcher will say so, to whom may hear it.
        }
        return null;
    }

    /** A stream may be about others besides the one it names. */
    private Set<String> projects(@Nullable Object handler, String address, HttpServletRequest request) {
        Set<String> projects = new TreeSet<>();
        project(handler, address, request).ifPresent(projects::add);
        String[] others = LOOKING.contains(request.getMethod()) ? request.getParameterValues("also") : null;
        projects.addAll(others == null ? List.of() : List.of(others));
        return projects;
    }

    private Optional<String> project(@Nullable Object handler, String address, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            if (variables.get("project") instanceof String named) {
                return Optional.of(named);
            }
            if (address.startsWith("/api/v1/jobs/{id}") && variables.get("id") instanceof String job) {
                return jobs.find(job).map(Job::request).flatMap(asked -> asked.project());
            }
        }
        return handler instanceof HandlerMethod asked
                ? Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(asked.getBeanType(), OfProject.class))
                        .map(OfProject::value)
                : Optional.empty();
    }
}
