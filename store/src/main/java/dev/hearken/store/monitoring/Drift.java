package dev.hearken.store.monitoring;

import dev.hearken.core.evaluation.KolmogorovSmirnov;
import dev.hearken.core.evaluation.PopulationStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a version's recordings and answers are from its reference.
 *
 * @param reference what they are compared with
 * @param answers how many answers were looked at
 * @param signals one a signal that both sides have
 * @param labels how far the mix of labels is from the reference's; empty if there are none. How often a label comes says as much of the world as
 *     of the model, so nothing is concluded from it
 */
public record Drift(Reference reference, int answers, List<SignalDrift> signals, Optional<PopulationStability> labels) {
    /** With fewer answers nothing is concluded: by chance alone their index reaches 0.36 once in 20 times. */
    public static final int FEWEST_ANSWERS = 50;

    public Drift {
        signals = List.copyOf(signals);
    }

    /** How far one signal moved. */
    public record SignalDrift(Signal signal, PopulationStability stability, KolmogorovSmirnov distance) {}

    /** What is concluded. */
    public enum Verdict {
        /** Too few answers to say. */
        TOO_FEW,
        /** No more than chance explains, or below 0.1. */
        STABLE,
        /** From 0.1 to 0.25, and more than chance explains. */
        MODERATE,
        /** 0.25 or more, and more than chance explains. */
        LARGE
    }

    /** The comparison of these answers with a reference. */
    public static Drift of(Reference reference, List<LoggedPrediction> answers) {
        List<SignalDrift> signals = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            double[] before = reference.values().getOrDefault(signal, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double[] now = answers.stream()
                    .flatMap(answer -> signal.of(answer).stream())
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (before.length > 0 && now.length > 0) {
                signals.add(new SignalDrift(
                        signal, PopulationStability.ofValues(before, now), KolmogorovSmirnov.of(before, now)));
            }
        }
        return new Drift(reference, answers.size(), signals, labels(reference, answers));
    }

    /** What is concluded of all signals: the worst of them. */
    public Verdict verdict() {
        return signals.stream()
                .map(SignalDrift::stability)
                .map(Drift::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.TOO_FEW);
    }

    /** What is concluded of one. */
    public static Verdict verdict(PopulationStability stability) {
        if (stability.sample() < FEWEST_ANSWERS) {
            return Verdict.TOO_FEW;
        }
        return stability.reaches(PopulationStability.LARGE)
                ? Verdict.LARGE
                : stability.reaches(PopulationStability.MODERATE) ? Verdict.MODERATE : Verdict.STABLE;
    }

    /** The signal that moved furthest, if one did by more than chance explains, on enough answers. */
    public Optional<SignalDrift> furthest() {
        return signals.stream()
                .filter(each -> each.stability().sample() >= FEWEST_ANSWERS
                        && each.stability().reaches(0))
                .max((one, other) -> Double.compare(
                        one.stability().index(), other.stability().index()));
    }

    private static Optional<PopulationStability> labels(Reference reference, List<LoggedPrediction> answers) {
        Map<String, Long> now = new TreeMap<>();
        answers.forEach(answer -> now.merge(answer.label(), 1L, Long::sum));
        return reference.labels().isEmpty() || now.isEmpty()
                ? Optional.empty()
                : Optional.of(PopulationStability.ofNames(reference.labels(), now));
    }
}
