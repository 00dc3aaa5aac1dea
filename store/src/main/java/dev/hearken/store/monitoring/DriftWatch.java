package dev.hearken.store.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Compares what versions hear and answer with their references.
 *
 * @param log what was answered
 * @param references what it is compared with
 */
public record DriftWatch(PredictionLog log, References references) {
    /** A version without a reference of its training is compared with so many answers it gave first. */
    public static final int FIRST_ANSWERS = 200;

    /** The newest answers of a stretch of time; more would move no figure that is shown. */
    private static final int MOST_ANSWERS = 5_000;

    /** How far a version has moved between two moments; empty while it has no reference, or nothing was answered. */
    public Optional<Drift> of(String project, int version, Instant from, Instant to) {
        return reference(project, version).flatMap(reference -> {
            boolean ofFirst = reference.origin() == Reference.Origin.FIRST_PREDICTIONS;
            Instant after = ofFirst && reference.madeAt().isAfter(from) ? reference.madeAt() : from;
            List<LoggedPrediction> answers = log.latest(project, version, after, to, MOST_ANSWERS);
            return answers.isEmpty() ? Optional.empty() : Optional.of(Drift.of(reference, answers));
        });
    }

    /** The reference of a version; once it gave enough answers, one made of the first of them if there is no better. */
    public Optional<Reference> reference(String project, int version) {
        Optional<Reference> kept = references.find(project, version);
        if (kept.isPresent()) {
            return kept;
        }
        List<LoggedPrediction> first = log.first(project, version, FIRST_ANSWERS);
        if (first.size() < FIRST_ANSWERS) {
            return Optional.empty();
        }
        references.keep(
                project,
                version,
                Reference.ofFirst(first, first.get(first.size() - 1).at()));
        return references.find(project, version);
    }
}
