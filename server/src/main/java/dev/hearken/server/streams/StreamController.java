package dev.hearken.server.streams;

import dev.hearken.server.Needs;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.streams.Listeners.Listener;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for streams: a request like any other until it becomes a WebSocket, so that refusals are problems like any other. */
@RestController
@Tag(name = "streams", description = "Live sound in, what is heard in it out.")
class StreamController {
    private static final int MOST_OTHERS = 8;

    private final Projects projects;
    private final Listeners listeners;

    StreamController(Projects projects, Listeners listeners) {
        this.projects = projects;
        this.listeners = listeners;
    }

    /** Has Tomcat know WebSockets. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        return factory ->
                factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }

    @Needs(Scope.PREDICT)
    @GetMapping("/api/v1/projects/{project}/stream")
    @Operation(summary = "Listen to live sound (WebSocket)", description = """
        The first message is text: `{"sample_rate_hz": 48000, "encoding": "s16le"}`, encoding `s16le` or `f32le`, mono; a
        `threshold` may be named. The answer is `{"type": "ready", "labels": […], "hop_seconds": …}`.
        Then binary messages of up to 256 KB hold samples, and each is answered by `{"type": "heard", "hops": [{"at_seconds",
        "probabilities"}], "detections": [{"id", "label", "start_seconds", "end_seconds", "score"}]}` once it completes a hop; the id is for
        feedback.
        `{"type": "flush"}` ends the stream: the last hops, then `{"type": "ended"}`.
        With `?also=PROJECT`, up to eight times, other projects' models hear the same samples: each tells `ready` and `heard` with its
        `project`, and `ended` comes once.
        What cannot be answered is `{"type": "problem", "code", "detail"}`, and the connection ends.\
        """)
    @ApiResponse(responseCode = "101", description = "The connection is a WebSocket from here on.")
    void stream(
            @PathVariable String project,
            @RequestParam(defaultValue = "") List<String> also,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            throw new ProblemException(
                    HttpStatus.UPGRADE_REQUIRED, "UPGRADE_REQUIRED", "streams are listened to over WebSocket");
        }
        List<Listener> listening = listeners.listen(projects(project, also));
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(StreamEndpoint.class, request.getRequestURI())
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new StreamEndpoint(listening));
                    }
                })
                .build();
        try {
            container(request).upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException | IOException | RuntimeException failed) {
            listening.forEach(Listener::close);
            throw new ServletException(failed);
        }
    }

    private List<String> projects(String first, List<String> also) {
        if (also.size() > MOST_OTHERS) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID",
                    "at most %d other projects hear a stream, got %d".formatted(MOST_OTHERS, also.size()));
        }
        return Stream.concat(Stream.of(first), also.stream())
                .distinct()
                .map(name -> projects.require(name).name())
                .toList();
    }

    private static ServerContainer container(HttpServletRequest request) {
        return (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
    }
}
