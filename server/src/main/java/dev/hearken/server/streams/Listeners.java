package dev.hearken.server.streams;

import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.server.models.LiveModel;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The models that listen to streams, each opened once for all its streams and closed with the last of them. */
@Component
final class Listeners {
    /** Each holds a connection and its thread's attention a few times a second. */
    private static final int MOST_STREAMS = 400;

    private final Registry registry;
    private final LiveModels models;
    private final Tallies tallies;
    private final PredictionLog log;
    private final Clock clock;
    private final Map<String, Shared> byDigest = new HashMap<>();
    private int streams;

    Listeners(Registry registry, LiveModels models, Tallies tallies, PredictionLog log, Clock clock) {
        this.registry = registry;
        this.models = models;
        this.tallies = tallies;
        this.log = log;
        this.clock = clock;
    }

    private static final class Shared {
        private final DetectorPool pool;
        private int holders;

        Shared(DetectorPool pool) {
            this.pool = pool;
        }
    }

    /** One stream's hold on a model. */
    final class Listener implements AutoCloseable {
        private final ModelVersion version;
        private final DetectorPool pool;
        private boolean closed;

        Listener(ModelVersion version, DetectorPool pool) {
            this.version = version;
            this.pool = pool;
        }

        ModelVersion version() {
            return version;
        }

        DetectorPool pool() {
            return pool;
        }

        /** Where this stream is accounted for. */
        StreamJournal journal() {
            return new StreamJournal(version, tallies, log, clock);
        }

        @Override
        public void close() {
            release(this);
        }
    }

    /**
     * The live models of these projects, ready to listen: all of them or none.
     *
     * @throws ProblemException as {@link #listen(String)}
     */
    List<Listener> listen(List<String> projects) {
        List<Listener> listening = new ArrayList<>();
        try {
            projects.forEach(project -> listening.add(listen(project)));
            return listening;
        } catch (RuntimeException refused) {
            listening.forEach(Listener::close);
            throw refused;
        }
    }

    /**
     * The live model of a project, ready to listen.
     *
     * @throws ProblemException 503 {@code NO_LIVE_MODEL} or {@code TOO_MANY_STREAMS}
     */
    synchronized Listener listen(String project) {
        if (streams >= MOST_STREAMS) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_STREAMS",
                    MOST_STREAMS + " streams are listened to already");
        }
        ModelVersion live = serving(project);
        Shared shared =
                byDigest.computeIfAbsent(live.sha256(), unused -> new Shared(DetectorPool.open(registry.load(live))));
        shared.holders++;
        streams++;
        return new Listener(live, shared.pool);
    }

    /** The version that answers requests, which is the previous one where the live one cannot be loaded. */
    private ModelVersion serving(String project) {
        try (LiveModel model = models.lease(project)) {
            return model.version();
        }
    }

    private synchronized void release(Listener listener) {
        if (listener.closed) {
            return;
        }
        listener.closed = true;
        streams--;
        Shared shared = byDigest.get(listener.version.sha256());
        if (shared != null && --shared.holders == 0) {
            byDigest.remove(listener.version.sha256());
            shared.pool.close();
        }
    }
}
