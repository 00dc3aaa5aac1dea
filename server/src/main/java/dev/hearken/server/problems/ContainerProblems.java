package dev.hearken.server.problems;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.UploadLimits;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat, too, answer with a problem: it refuses some requests, such as those with a malformed path, before Spring sees them. And has it
 * give up slow senders, since it reads forms past every filter.
 */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final UploadLimits limits;

    ContainerProblems(ServerSettings settings) {
        this.limits = settings.uploads();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            context.getParent().getPipeline().addValve(new ProblemValve());
            context.getParent().getPipeline().addValve(new PaceValve(limits));
        });
    }

    private static final class PaceValve extends ValveBase {
        private final UploadLimits limits;

        PaceValve(UploadLimits limits) {
            super(true);
            this.limits = limits;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            org.apache.coyote.Request connection = request.getCoyoteRequest();
            InputBuffer body = connection.getInputBuffer();
            connection.setInputBuffer(new SlowSender(body, limits));
            try {
                getNext().invoke(request, response);
            } finally {
                // The connection's next request has a pace of its own.
                connection.setInputBuffer(body);
            }
        }
    }

    private static final class ProblemValve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable failure) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            boolean answered = response.getContentWritten() > 0 || !response.setErrorReported();
            if (status == null || !status.isError() || answered) {
                return;
            }
            // The path is left out: that it could not be read is the problem.
            String json = """
                {"type":"urn:hearken:problem:%2$s","title":"%3$s","status":%1$d,"detail":"%3$s","code":"%2$s"}\
                """.formatted(status.value(), status.name(), status.getReasonPhrase());
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                // The client is gone; there is nobody left to tell.
            }
        }
    }
}
