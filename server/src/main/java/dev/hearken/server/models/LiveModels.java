package dev.hearken.server.models;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.ExecutionProvider;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The live model of every project, loaded once and shared by all requests.
 *
 * <p>It follows the registry: whoever promotes or rolls back, here or in another process, is followed within a second, and no request
 * fails on the way. A live version that cannot be loaded is replaced by what answered before, or by the previous version, and reported.
 */
@Component
public final class LiveModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveModels.class);
    private static final long FOLLOW_MILLIS = 1_000;

    private final Registry registry;
    private final ExecutionProvider provider;
    private final Map<String, ServedModel> served = new ConcurrentHashMap<>();

    /** What could not be loaded, by digest, with the reason: not to be tried again each second. */
    private final Map<String, String> unloadable = new ConcurrentHashMap<>();

    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "follow-registry");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, ModelVersion> live = Map.of();
    private volatile @Nullable String registryTrouble;

    LiveModels(Registry registry, ExecutionProvider.Choice provider) {
        this.registry = registry;
        this.provider = provider.provider();
        follow();
        var unused = follower.scheduleWithFixedDelay(this::follow, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes hold of a project's model; close it when done.
     *
     * @throws ProblemException 404 if there is no such project, 503 {@code NO_LIVE_MODEL} if none of its versions can answer
     */
    public LiveModel lease(String project) {
        // A model retired between the look and the hold has its successor on the shelf already.
        for (ServedModel model = served.get(project); model != null; model = served.get(project)) {
            if (model.hold()) {
                return new LiveModel(model);
            }
        }
        if (registry.project(project).isEmpty()) {
            throw ProblemException.noProject(project);
        }
        throw ProblemException.noLiveModel(project);
    }

    /** How each project with a live version is served, by name. */
    public List<ServingState> states() {
        List<ServingState> states = new ArrayList<>();
        live.forEach((project, version) -> {
            Optional<Integer> serving = Optional.ofNullable(served.get(project))
                    .map(model -> model.version().number());
            Optional<String> trouble = serving.filter(number -> number == version.number())
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("version %d: %s"
                            .formatted(version.number(), unloadable.getOrDefault(version.sha256(), "not loaded yet")));
            states.add(new ServingState(project, serving, trouble));
        });
        return states;
    }

    /** Why the registry cannot be followed at the moment; empty if it can. */
    public Optional<String> registryTrouble() {
        return Optional.ofNullable(registryTrouble);
    }

    @Override
    public void close() {
        follower.shutdown();
        synchronized (this) {
            new HashSet<>(served.keySet()).forEach(this::retire);
        }
    }

    /** Brings what is loaded in line with the registry. */
    synchronized void follow() {
        if (follower.isShutdown()) {
            return;
        }
        try {
            Map<String, ModelVersion> wanted = registry.versions(Alias.LIVE);
            wanted.values().forEach(this::serve);
            Set<String> gone = new HashSet<>(served.keySet());
            gone.removeAll(wanted.keySet());
            gone.forEach(this::retire);
            live = wanted;
            registryTrouble = null;
        } catch (StoreException e) {
            if (registryTrouble == null) {
                LOG.atWarn()
                        .addKeyValue("code", e.code())
                        .addKeyValue("reason", e.getMessage())
                        .log("registry lost");
            }
            registryTrouble = e.getMessage();
        }
    }

    private void serve(ModelVersion wanted) {
        if (isServed(wanted) || load(wanted) || served.containsKey(wanted.project())) {
            return;
        }
        registry.version(wanted.project(), Alias.PREVIOUS).ifPresent(this::load);
    }

    private boolean isServed(ModelVersion version) {
        ServedModel model = served.get(version.project());
        return model != null && model.version().equals(version);
    }

    private boolean load(ModelVersion version) {
        if (unloadable.containsKey(version.sha256())) {
            return false;
        }
        try {
            ServedModel next = new ServedModel(version, open(version));
            ServedModel before = served.put(version.project(), next);
            if (before != null) {
                before.release();
            }
            LOG.atInfo()
                    .addKeyValue("project", version.project())
                    .addKeyValue("version", version.number())
                    .log("model live");
            return true;
        } catch (HearkenException e) {
            unloadable.put(version.sha256(), String.valueOf(e.getMessage()));
            LOG.atError()
                    .addKeyValue("project", version.project())
                    .addKeyValue("version", version.number())
                    .addKeyValue("code", e.code())
                    .addKeyValue("reason", e.getMessage())
                    .log("model unusable");
            return false;
        }
    }

    /** The version, proven to run: it has answered once, on silence, so nobody waits for first-time work or finds it broken. */
    private Classifier open(ModelVersion version) {
        Classifier classifier = Classifier.open(registry.load(version), provider);
        try {
            var unused = classifier.classify(Waveform.of(
                    new float[version.summary().windowSamples()],
                    version.summary().sampleRateHz()));
            return classifier;
        } catch (HearkenException e) {
            classifier.close();
            throw e;
        }
    }

    private void retire(String project) {
        ServedModel model = served.remove(project);
        if (model != null) {
            model.release();
        }
    }
}
