package dev.hearken.server;

import dev.hearken.core.HearkenException;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.database.Database;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A running server: the API, its description and the web app.
 *
 * <pre>{@code
 * try (HearkenServer server = HearkenServer.start(ServerSettings.of(home))) {
 *     System.out.println("listening on " + server.address());
 *     server.awaitStop();
 * }
 * }</pre>
 *
 * <p>Closing it, like a SIGTERM or Ctrl-C, refuses new requests, lets those under way end, and gives everything back.
 */
public final class HearkenServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HearkenServer.class);

    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final URI address;

    private HearkenServer(ConfigurableApplicationContext context, String host) {
        this.context = context;
        this.address = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port(context));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown());
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws HearkenException {@code PORT_IN_USE}, {@code ADDRESS_UNUSABLE}, {@code OPEN_TO_OTHERS}, or what opening the home throws
     */
    public static HearkenServer start(ServerSettings settings) {
        requireThatCallersAreAsked(settings);
        SpringApplication application = new SpringApplication(HearkenApplication.class);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(properties(settings));
            ((GenericApplicationContext) context).registerBean(ServerSettings.class, () -> settings);
        });
        try {
            // Only our own properties: none from the directory the user happens to stand in.
            ConfigurableApplicationContext context =
                    application.run("--spring.config.location=classpath:/dev/hearken/server/server.properties");
            HearkenServer server = new HearkenServer(context, settings.host());
            LOG.atInfo()
                    .addKeyValue("url", server.address)
                    .addKeyValue("home", settings.home().root())
                    .log("server ready");
            return server;
        } catch (RuntimeException failure) {
            throw explain(failure, settings);
        }
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    /** What answers which address, for tests that must not miss one. */
    Collection<RequestMappingInfoHandlerMapping> addresses() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
    }

    /** Returns when the server has been told to stop. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Before anything is started, so that all that is said is why not. */
    private static void requireThatCallersAreAsked(ServerSettings settings) {
        if (settings.isOnLoopback() || settings.access().insecure()) {
            return;
        }
        try (Database database = Database.open(settings.home().open())) {
            if (!new Accounts(database, Clock.systemUTC()).exist()) {
                throw HearkenException.user(
                        "OPEN_TO_OTHERS",
                        ("on %s others could reach this server, and whoever does may do anything; make a user first"
                                        + " (hearken users add NAME --role admin), or say with --insecure that this is meant")
                                .formatted(settings.host()));
            }
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return server == null ? -1 : server.getPort();
    }

    private static MapPropertySource properties(ServerSettings settings) {
        return new MapPropertySource(
                "settings",
                Map.of(
                        "server.address",
                        settings.host(),
                        "server.port",
                        settings.port(),
                        "spring.servlet.multipart.max-file-size",
                        settings.uploads().fileBytes() + "B",
                        "spring.servlet.multipart.max-request-size",
                        settings.uploads().requestBytes() + "B",
                        "server.tomcat.max-part-count",
                        UploadLimits.PARTS,
                        "server.forward-headers-strategy",
                        settings.access().behindProxy() ? "native" : "none"));
    }

    /** Digs the failure with a name out of what Spring wrapped it in. */
    private static RuntimeException explain(RuntimeException failure, ServerSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HearkenException named) {
                return named;
            }
            if (cause instanceof PortInUseException) {
                return HearkenException.user(
                        "PORT_IN_USE", "port " + settings.port() + " is taken; choose another with --port");
            }
            if (cause instanceof BindException) {
                return HearkenException.user(
                        "ADDRESS_UNUSABLE",
                        "cannot listen on " + settings.host() + ":" + settings.port() + ": " + cause.getMessage());
            }
        }
        return failure;
    }
}
