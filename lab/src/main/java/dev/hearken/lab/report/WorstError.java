package dev.hearken.lab.report;

import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.recipes.ModelScoring;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A wrong answer that the model was sure of.
 *
 * @param clip what it heard
 * @param truth the right label
 * @param answer what it said
 * @param certainty the probability it gave its answer
 * @param truthProbability the probability it gave the right one
 */
record WorstError(LoadedClip clip, String truth, String answer, double certainty, double truthProbability) {
    private static final int SHOWN = 10;

    /** The errors it was surest of, worst first; at most ten. */
    static List<WorstError> of(LabelSet labels, ModelScoring scoring) {
        return IntStream.range(0, scoring.clips().size())
                .filter(i -> !scoring.clips().get(i).correct())
                .mapToObj(
                        i -> of(labels, scoring.clips().get(i), scoring.heard().get(i)))
                .sorted(Comparator.comparingDouble(WorstError::certainty).reversed())
                .limit(SHOWN)
                .toList();
    }

    private static WorstError of(LabelSet labels, ScoredClip scored, LoadedClip heard) {
        double[] probabilities = scored.probabilities();
        return new WorstError(
                heard,
                labels.get(scored.truth()).name(),
                labels.get(scored.predicted()).name(),
                probabilities[scored.predicted()],
                probabilities[scored.truth()]);
    }
}
