package dev.hearken.server.jobs;

import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.monitoring.Drift.SignalDrift;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Policy;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whether a project's policy wants a retraining now, and why. */
@Component
final class RetrainingReasons {
    /** It reads thousands of answers, and moves slowly. */
    private static final Duration DRIFT_EVERY = Duration.ofMinutes(5);

    private static final Duration DRIFT_OVER = Duration.ofDays(1);

    private final Registry registry;
    private final ProjectClips clips;
    private final DriftWatch drift;
    private final Clock clock;
    private final Map<String, Instant> driftLookedAt = new ConcurrentHashMap<>();

    RetrainingReasons(Registry registry, ProjectClips clips, DriftWatch drift, Clock clock) {
        this.registry = registry;
        this.clips = clips;
        this.drift = drift;
        this.clock = clock;
    }

    /**
     * Why a project should be retrained; empty if it should not. Whatever the reason, there must be something new to learn from.
     *
     * @param lastTraining when the last one was asked for, if one was
     */
    Optional<String> of(Project project, Optional<Instant> lastTraining) {
        Policy policy = registry.policy(project.name());
        boolean isAsked = policy.retrainAfterClips().isPresent()
                || policy.retrainOnDrift().isPresent()
                || policy.retrainEveryDays().isPresent();
        long fresh = isAsked ? clips.countLabelledSince(project.name(), lastTraining.orElse(Instant.EPOCH)) : 0;
        if (fresh == 0) {
            return Optional.empty();
        }
        return ofClips(policy, fresh)
                .or(() -> ofTime(policy, lastTraining.orElse(project.createdAt())))
                .or(() -> ofDrift(policy, project.name(), lastTraining.orElse(Instant.EPOCH)));
    }

    private static Optional<String> ofClips(Policy policy, long fresh) {
        return policy.retrainAfterClips().stream()
                .filter(wanted -> fresh >= wanted)
                .mapToObj(wanted -> fresh + " new labelled clips")
                .findFirst();
    }

    private Optional<String> ofTime(Policy policy, Instant last) {
        return policy.retrainEveryDays().stream()
                .filter(days -> !clock.instant().isBefore(last.plus(Duration.ofDays(days))))
                .mapToObj(days -> "%d days since the last training".formatted(days))
                .findFirst();
    }

    /** Only of what was answered since the last training, so that one drift asks for one training. */
    private Optional<String> ofDrift(Policy policy, String project, Instant last) {
        Instant now = clock.instant();
        Instant looked = driftLookedAt.getOrDefault(project, Instant.EPOCH);
        if (policy.retrainOnDrift().isEmpty() || now.isBefore(looked.plus(DRIFT_EVERY))) {
            return Optional.empty();
        }
        driftLookedAt.put(project, now);
        double wanted = policy.retrainOnDrift().getAsDouble();
        Instant dayAgo = now.minus(DRIFT_OVER);
        return registry.version(project, Alias.LIVE)
                .flatMap(live -> drift.of(project, live.number(), last.isAfter(dayAgo) ? last : dayAgo, now))
                .flatMap(found -> found.furthest())
                .filter(signal -> signal.stability().index() >= wanted)
                .map(RetrainingReasons::words);
    }

    private static String words(SignalDrift signal) {
        return String.format(
                Locale.ROOT,
                "drift: %s moved by a PSI of %.2f in %,d answers",
                signal.signal().name().toLowerCase(Locale.ROOT),
                signal.stability().index(),
                signal.stability().sample());
    }
}
