package dev.hearken.server.monitoring;

import dev.hearken.server.ServerSettings;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.monitoring.Alert;
import dev.hearken.store.monitoring.Alert.Notice;
import dev.hearken.store.monitoring.Alerts;
import dev.hearken.store.monitoring.Watch;
import dev.hearken.store.monitoring.Watches;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells those who want to know of alerts, each as a CloudEvent over HTTP.
 *
 * <p>A redirect is not followed: it could lead where nobody meant to tell anything. What is not answered with a 2xx within ten seconds is told
 * again later.
 */
@Component
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What is told in one go; the rest with the next look. */
    private static final int AT_ONCE = 50;

    private final Alerts alerts;
    private final Watches watches;
    private final ServerSettings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    Webhook(Alerts alerts, Watches watches, ServerSettings settings, Clock clock) {
        this.alerts = alerts;
        this.watches = watches;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who is to be told, and what they know it by. */
    private record Listener(URI address, Optional<String> secret) {}

    /** Tells all that is due. */
    void tellAll() {
        Optional<Notice> notice = alerts.take();
        for (int i = 0; i < AT_ONCE && notice.isPresent(); i++) {
            tell(notice.get());
            notice = alerts.take();
        }
    }

    private void tell(Notice notice) {
        Optional<Listener> listener = listener(notice.alert());
        if (listener.isEmpty()) {
            alerts.told(notice);
            return;
        }
        try {
            tell(notice, listener.get());
            alerts.told(notice);
        } catch (IOException | StoreException | IllegalArgumentException failed) {
            LOG.atWarn()
                    .addKeyValue("notice", notice.id())
                    .addKeyValue("address", listener.get().address().getHost())
                    .addKeyValue("reason", String.valueOf(failed.getMessage()))
                    .log("webhook not told");
            alerts.notTold(notice, String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Notice notice, Listener listener) throws IOException, InterruptedException {
        Watch.requireHttp(listener.address());
        byte[] body = AlertEvent.json(notice);
        HttpRequest.Builder request = HttpRequest.newBuilder(listener.address())
                .timeout(TIMEOUT)
                .header("Content-Type", AlertEvent.TYPE)
                .POST(BodyPublishers.ofByteArray(body));
        listener.secret()
                .map(secret -> Signature.of(secret, notice.id(), clock.instant(), body))
                .ifPresent(signature -> signature.headers().forEach(request::header));
        int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("answered with " + status + (status / 100 == 3 ? ", which is not followed" : ""));
        }
    }

    private Optional<Listener> listener(Alert alert) {
        Optional<Watch> watch = alert.project().map(watches::of);
        Optional<Listener> own =
                watch.flatMap(Watch::webhook).map(address -> new Listener(address, watch.flatMap(Watch::secret)));
        return own.or(() -> settings.monitoring()
                .webhook()
                .map(address -> new Listener(address, settings.monitoring().secret())));
    }
}
