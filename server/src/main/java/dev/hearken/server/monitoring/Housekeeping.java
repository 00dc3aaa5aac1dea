package dev.hearken.server.monitoring;

import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.catalogue.UnusedSounds;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.monitoring.Retention;
import dev.hearken.store.monitoring.Watch;
import dev.hearken.store.monitoring.Watches;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Clears up each hour: what a project does not want kept any longer, and clips that were deleted a month ago. */
@Component
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long FIRST_AFTER_MINUTES = 5;
    private static final long EVERY_MINUTES = 60;

    /** As long as a deleted clip can be taken back. */
    private static final Duration UNDO = Duration.ofDays(30);

    private final Registry registry;
    private final Watches watches;
    private final ProjectClips clips;
    private final Retention retention;
    private final UnusedSounds sounds;
    private final Clock clock;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(
            Registry registry,
            Watches watches,
            ProjectClips clips,
            Retention retention,
            UnusedSounds sounds,
            Clock clock) {
        this.registry = registry;
        this.watches = watches;
        this.clips = clips;
        this.retention = retention;
        this.sounds = sounds;
        this.clock = clock;
        var unused = keeper.scheduleWithFixedDelay(this::clearUp, FIRST_AFTER_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        keeper.shutdownNow();
    }

    private void clearUp() {
        try {
            registry.projects().forEach(this::clearUp);
        } catch (StoreException busy) {
            LOG.atWarn().addKeyValue("code", busy.code()).log("not cleared up");
        } catch (RuntimeException unforeseen) {
            LOG.atError().setCause(unforeseen).log("not cleared up");
        }
    }

    private void clearUp(Project project) {
        Instant now = clock.instant();
        Watch watch = watches.of(project.name());
        List<String> unused = new ArrayList<>(retention.forgetRecordings(project.name(), watch, now));
        int answers = retention.forgetAnswers(project.name(), watch, now);
        List<String> purged = clips.purge(project.name(), now.minus(UNDO));
        unused.addAll(purged);
        unused.forEach(sounds::forget);
        if (answers > 0 || !unused.isEmpty()) {
            LOG.atInfo()
                    .addKeyValue("project", project.name())
                    .addKeyValue("answers", answers)
                    .addKeyValue("recordings", unused.size() - purged.size())
                    .addKeyValue("clips", purged.size())
                    .log("cleared up");
        }
    }
}
