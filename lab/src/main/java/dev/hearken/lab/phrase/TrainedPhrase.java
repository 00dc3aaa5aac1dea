package dev.hearken.lab.phrase;

import dev.hearken.core.model.ModelFile;
import java.util.Map;
import java.util.Optional;

/**
 * A detector with what is known of it.
 *
 * @param judgement how it does with voices and sources it has not learned from
 * @param withoutRecordings the same had it not learned from recordings; empty if there were none
 * @param seconds how long each stage took
 * @param made clips said for it
 * @param reused clips that had been said before
 */
public record TrainedPhrase(
        ModelFile model,
        Judgement judgement,
        Optional<Judgement> withoutRecordings,
        Map<PhraseProgress.Stage, Double> seconds,
        int made,
        int reused) {
    public TrainedPhrase {
        seconds = Map.copyOf(seconds);
    }
}
