package dev.hearken.lab.synthesis;

import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is to say what, and how: a seeded choice of voices and settings.
 *
 * @param lines in the order of labels
 */
public record SpeechPlan(List<Line> lines) {
    /** One utterance for one voice, of which the label is known beforehand. */
    public record Line(Label label, Voice voice, Utterance utterance) {}

    public SpeechPlan {
        lines = List.copyOf(lines);
    }

    /**
     * Draws a plan in which each label is said {@code clipsPerLabel} times, by engines in proportion to
     * {@link EngineShares#STANDARD} and by all voices of an engine equally often, with rate, pitch and spelling drawn apart.
     *
     * @param spellings for each label one or more texts that say it
     * @param voices at least one
     * @param seed the same seed and voices draw the same plan
     */
    public static SpeechPlan draw(
            Map<Label, List<String>> spellings,
            int clipsPerLabel,
            List<Voice> voices,
            SpeakingRange manner,
            long seed) {
        Cast cast = Cast.of(voices, manner, new Random(seed));
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(spellings)
                .forEach((label, texts) -> EngineShares.STANDARD
                        .divide(clipsPerLabel, new TreeSet<>(cast.byEngine().keySet()))
                        .forEach((engine, count) -> lines.addAll(cast.lines(engine, count, label, texts, Set.of()))));
        return new SpeechPlan(lines);
    }
}
