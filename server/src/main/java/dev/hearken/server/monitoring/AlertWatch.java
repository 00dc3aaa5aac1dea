package dev.hearken.server.monitoring;

import dev.hearken.server.ServerSettings;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.monitoring.AlertRule;
import dev.hearken.store.monitoring.Alerts;
import dev.hearken.store.monitoring.Watch;
import dev.hearken.store.monitoring.Watches;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks again and again whether all is as it should be, and sees that whoever wants to know is told. */
@Component
final class AlertWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

    /** It reads thousands of answers, and moves slowly. */
    private static final Duration DRIFT_EVERY = Duration.ofMinutes(5);

    private final Registry registry;
    private final Watches watches;
    private final Alerts alerts;
    private final ProjectFindings ofProject;
    private final DiskFinding ofDisk;
    private final Webhook webhook;
    private final long looksBetweenDrift;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "alerts");
        thread.setDaemon(true);
        return thread;
    });
    private long looks;

    AlertWatch(
            Registry registry,
            Watches watches,
            Alerts alerts,
            ProjectFindings ofProject,
            DiskFinding ofDisk,
            Webhook webhook,
            ServerSettings settings) {
        this.registry = registry;
        this.watches = watches;
        this.alerts = alerts;
        this.ofProject = ofProject;
        this.ofDisk = ofDisk;
        this.webhook = webhook;
        Duration every = settings.monitoring().lookEvery();
        this.looksBetweenDrift = Math.max(1, DRIFT_EVERY.dividedBy(every));
        var unused =
                lookout.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        lookout.shutdownNow();
    }

    private void look() {
        try {
            alerts.note(Optional.empty(), ofDisk.look());
            boolean driftToo = looks++ % looksBetweenDrift == 0;
            for (Project project : registry.projects()) {
                look(project.name(), driftToo);
            }
            webhook.tellAll();
        } catch (StoreException busy) {
            LOG.atWarn()
                    .addKeyValue("code", busy.code())
                    .addKeyValue("reason", busy.getMessage())
                    .log("alerts not looked at");
        } catch (RuntimeException unforeseen) {
            LOG.atError().setCause(unforeseen).log("alerts not looked at");
        }
    }

    /** A rule that nothing can be said of at the moment is left as it stands. */
    private void look(String project, boolean driftToo) {
        for (Map.Entry<AlertRule, Watch.Limit> rule :
                watches.of(project).allLimits().entrySet()) {
            if (!rule.getValue().enabled()) {
                alerts.forget(Optional.of(project), rule.getKey());
            } else if (driftToo || rule.getKey() != AlertRule.DRIFT_PSI) {
                ofProject
                        .look(project, rule.getKey(), rule.getValue().threshold())
                        .ifPresent(found -> alerts.note(Optional.of(project), found));
            }
        }
    }
}
