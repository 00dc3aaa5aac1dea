package dev.hearken.server.jobs;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobEvent;
import dev.hearken.store.jobs.JobQueue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells whoever follows a job what happens to it. Workers are other processes, so the table is looked at. */
@Component
final class JobFollowers {
    private static final int MOST = 200;
    private static final int THREADS = 2;
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final int EVENTS_AT_ONCE = 200;

    /** Proxies give up connections that are silent for half a minute. */
    private static final long SILENCE_MILLIS = 15_000;

    private final JobQueue queue;
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService lookouts = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "follow-jobs");
        thread.setDaemon(true);
        return thread;
    });

    JobFollowers(JobQueue queue) {
        this.queue = queue;
    }

    /** Tells what happened after the event of that number, and what happens from now on. */
    SseEmitter follow(String job, long after) {
        if (all.size() >= MOST) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "TOO_MANY_FOLLOWERS", MOST + " connections follow jobs already");
        }
        Follower follower = new Follower(job, after);
        all.add(follower);
        follower.start();
        return follower.emitter;
    }

    /** A server that is told to stop would wait for them. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        lookouts.shutdownNow();
        all.forEach(follower -> follower.emitter.complete());
    }

    private final class Follower {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final String job;
        private long last;
        private long silentMillis;
        private @Nullable ScheduledFuture<?> looking;

        Follower(String job, long after) {
            this.job = job;
            this.last = after;
            emitter.onCompletion(this::end);
            emitter.onError(gone -> end());
        }

        void start() {
            looking = lookouts.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void look() {
            try {
                List<JobEvent> events = queue.events(job, last, EVENTS_AT_ONCE);
                for (JobEvent event : events) {
                    tell(event);
                }
                if (events.isEmpty()) {
                    keepAlive();
                }
            } catch (IOException | IllegalStateException gone) {
                end();
            } catch (StoreException busy) {
                // Nothing is lost: the next look begins where this one would have.
            }
        }

        private void tell(JobEvent event) throws IOException {
            String kind = event.kind().name().toLowerCase(Locale.ROOT);
            emitter.send(SseEmitter.event()
                    .id(Long.toString(event.number()))
                    .name(kind)
                    .data(event.body()));
            last = event.number();
            silentMillis = 0;
            if (event.kind() == JobEvent.Kind.STATE
                    && Job.State.valueOf(event.body().toUpperCase(Locale.ROOT)).isOver()) {
                emitter.complete();
                end();
            }
        }

        private void keepAlive() throws IOException {
            silentMillis += LOOK_EVERY_MILLIS;
            if (silentMillis >= SILENCE_MILLIS) {
                emitter.send(SseEmitter.event().comment("still here"));
                silentMillis = 0;
            }
        }

        private void end() {
            all.remove(this);
            ScheduledFuture<?> task = looking;
            if (task != null) {
                task.cancel(false);
            }
        }
    }
}
