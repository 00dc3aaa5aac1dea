package dev.hearken.server.monitoring;

import dev.hearken.core.evaluation.AlarmRate;
import dev.hearken.server.models.LiveModels;
import dev.hearken.server.models.ServingState;
import dev.hearken.server.monitoring.ActivityView.Latency;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.monitoring.AlertRule;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.monitoring.Feedback;
import dev.hearken.store.monitoring.Finding;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Tally.Kind;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Registry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Looks at a project's rules, one at a time. */
@Component
final class ProjectFindings {
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final Duration DRIFT_OVER = Duration.ofDays(1);
    private static final Duration FALSE_ALARMS_OVER = Duration.ofDays(7);

    /** A percentile or a share of fewer requests says nothing. */
    private static final long FEWEST = 20;

    private static final double MILLIS_AN_HOUR = 3_600_000;
    private static final int JOBS_LOOKED_AT = 20;

    private final Registry registry;
    private final LiveModels models;
    private final Tallies tallies;
    private final PredictionLog log;
    private final DriftWatch drift;
    private final JobQueue queue;
    private final Clock clock;

    ProjectFindings(
            Registry registry,
            LiveModels models,
            Tallies tallies,
            PredictionLog log,
            DriftWatch drift,
            JobQueue queue,
            Clock clock) {
        this.registry = registry;
        this.models = models;
        this.tallies = tallies;
        this.log = log;
        this.drift = drift;
        this.queue = queue;
        this.clock = clock;
    }

    /** What is found of a rule now; empty if nothing can be said. */
    Optional<Finding> look(String project, AlertRule rule, double threshold) {
        return switch (rule) {
            case LATENCY_P95_MILLIS -> latency(project, threshold);
            case ERROR_SHARE -> errors(project, threshold);
            case DRIFT_PSI -> drift(project, threshold);
            case FALSE_ALARMS_PER_HOUR -> falseAlarms(project, threshold);
            case NO_LIVE_MODEL ->
                Optional.of(serving(project, rule, state -> state.serving().isEmpty()));
            case FALLBACK ->
                Optional.of(serving(project, rule, state -> state.serving().isPresent()));
            case JOB_FAILED -> Optional.of(lastJob(project));
            case DISK_FULL_SHARE -> Optional.empty();
        };
    }

    private Optional<Finding> latency(String project, double threshold) {
        Latency latency = lately(project).latency();
        return latency == null || latency.n() < FEWEST
                ? Optional.of(quiet(AlertRule.LATENCY_P95_MILLIS, threshold))
                : Optional.of(new Finding(
                        AlertRule.LATENCY_P95_MILLIS,
                        latency.p95(),
                        threshold,
                        text(
                                "95 of 100 answers took up to %.0f ms, of %,d in 15 minutes",
                                latency.p95(), latency.n())));
    }

    private Optional<Finding> errors(String project, double threshold) {
        Counted lately = lately(project);
        long failed = lately.sum(Kind.FAILED);
        long all = failed + lately.sum(Kind.LABEL);
        Double share = lately.errorShare();
        return share == null || all < FEWEST
                ? Optional.of(quiet(AlertRule.ERROR_SHARE, threshold))
                : Optional.of(new Finding(
                        AlertRule.ERROR_SHARE,
                        share,
                        threshold,
                        text("%,d of %,d requests failed in 15 minutes: %s", failed, all, lately.by(Kind.FAILED))));
    }

    private Optional<Finding> drift(String project, double threshold) {
        Instant now = clock.instant();
        return registry.version(project, Alias.LIVE)
                .flatMap(live -> drift.of(project, live.number(), now.minus(DRIFT_OVER), now))
                .map(found -> found.furthest()
                        .map(signal -> new Finding(
                                AlertRule.DRIFT_PSI,
                                signal.stability().index(),
                                threshold,
                                text(
                                        "%s moved: PSI %.2f, of which chance explains %.2f, in %,d answers",
                                        signal.signal().name().toLowerCase(Locale.ROOT),
                                        signal.stability().index(),
                                        signal.stability().noise(),
                                        signal.stability().sample())))
                        .orElseGet(() -> quiet(AlertRule.DRIFT_PSI, threshold)));
    }

    /** The lower end of the interval counts: of a rate that is above by chance nobody need be told. */
    private Optional<Finding> falseAlarms(String project, double threshold) {
        Instant now = clock.instant();
        Instant from = now.minus(FALSE_ALARMS_OVER);
        double hours =
                Counted.of(tallies.between(project, from, now)).listened().toMillis() / MILLIS_AN_HOUR;
        int reported = (int) log.feedback(project, from, now).stream()
                .filter(each -> each.kind() == Feedback.Kind.FALSE_ALARM)
                .count();
        if (!(hours > 0)) {
            return Optional.empty();
        }
        AlarmRate rate = new AlarmRate(reported, hours);
        return Optional.of(new Finding(
                AlertRule.FALSE_ALARMS_PER_HOUR,
                rate.poisson().low(),
                threshold,
                text(
                        "%s in seven days; at least %.2f with 95 %% confidence",
                        rate, rate.poisson().low())));
    }

    private Finding serving(String project, AlertRule rule, Predicate<ServingState> isMeant) {
        Optional<String> trouble = models.states().stream()
                .filter(state -> state.project().equals(project) && isMeant.test(state))
                .flatMap(state -> state.trouble().stream())
                .findFirst();
        return new Finding(rule, trouble.isPresent() ? 1 : 0, 1, trouble.orElse("the live version answers"));
    }

    private Finding lastJob(String project) {
        Optional<Job> last = queue.ofProject(project, JOBS_LOOKED_AT, 0).stream()
                .filter(job -> job.state().isOver())
                .findFirst();
        return last.filter(job -> job.state() == Job.State.FAILED)
                .map(job -> new Finding(
                        AlertRule.JOB_FAILED,
                        1,
                        1,
                        "job %s failed: %s"
                                .formatted(
                                        job.id(),
                                        job.failure().map(Job.Failure::reason).orElse(""))))
                .orElseGet(() -> new Finding(AlertRule.JOB_FAILED, 0, 1, "the last job did not fail"));
    }

    private Counted lately(String project) {
        Instant now = clock.instant();
        return Counted.of(tallies.between(project, now.minus(LATELY), now));
    }

    /** Nothing to complain of, whatever the threshold. */
    private static Finding quiet(AlertRule rule, double threshold) {
        return new Finding(rule, Double.NEGATIVE_INFINITY, threshold, "too little to complain of");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
