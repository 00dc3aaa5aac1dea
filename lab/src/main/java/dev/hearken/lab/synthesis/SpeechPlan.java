package dev.hearken.lab.synthesis;

import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is to say what, and how: a seeded choice of voices and settings.
 *
 * @param lines in the order of labels
 */
public record SpeechPlan(List<Line> lines) {
    /** One utterance for one voice, of which the label is known beforehand. */
    public record Line(Label label, Voice voice, Utterance utterance) {}

    /**
     * The parts of the clips each engine says, of those installed: engines with recorded voices say more a voice, as
     * they sound more like people. In proportion to what served the typed-phrase benchmark best.
     */
    public static final Map<String, Double> ENGINE_SHARES =
            Map.of(EspeakNg.ENGINE, 1200.0, Flite.ENGINE, 700.0, Pico.ENGINE, 450.0, Festival.ENGINE, 120.0);

    private static final double SHARE_OF_OTHERS = 450;
    private static final int TRIES_TO_DIFFER = 50;

    public SpeechPlan {
        lines = List.copyOf(lines);
    }

    /**
     * Draws a plan in which each label is said {@code clipsPerLabel} times, by engines in proportion to
     * {@link #ENGINE_SHARES} and by all voices of an engine equally often, with rate, pitch and spelling drawn apart.
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
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("there is no voice to say anything");
        }
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(spellings).forEach((label, texts) -> {
            Set<Line> distinct = new HashSet<>();
            for (Voice voice : cast(voices, clipsPerLabel, random)) {
                Line line = draw(label, voice, texts, manner, random);
                for (int i = 0; i < TRIES_TO_DIFFER && distinct.contains(line); i++) {
                    line = draw(label, voice, texts, manner, random);
                }
                distinct.add(line);
                lines.add(line);
            }
        });
        return new SpeechPlan(lines);
    }

    private static Line draw(Label label, Voice voice, List<String> texts, SpeakingRange manner, Random random) {
        return new Line(label, voice, manner.draw(texts.get(random.nextInt(texts.size())), random));
    }

    /** {@code clips} voices: engines by their shares, the voices of each in turn in a drawn order. */
    private static List<Voice> cast(List<Voice> voices, int clips, Random random) {
        SortedMap<String, List<Voice>> byEngine = new TreeMap<>();
        voices.forEach(voice -> byEngine.computeIfAbsent(voice.engine(), engine -> new ArrayList<>())
                .add(voice));
        List<Voice> cast = new ArrayList<>();
        counts(byEngine.keySet(), clips).forEach((engine, count) -> {
            List<Voice> turns = new ArrayList<>(byEngine.getOrDefault(engine, List.of()));
            Collections.shuffle(turns, random);
            for (int i = 0; i < count; i++) {
                cast.add(turns.get(i % turns.size()));
            }
        });
        return cast;
    }

    /** {@code clips} divided by share, so that the parts add up: each engine gets what its share of the rest is. */
    private static Map<String, Integer> counts(Set<String> engines, int clips) {
        double shares = engines.stream().mapToDouble(SpeechPlan::share).sum();
        int left = clips;
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String engine : engines) {
            int count = (int) Math.round(left * share(engine) / shares);
            counts.put(engine, count);
            left -= count;
            shares -= share(engine);
        }
        return counts;
    }

    private static double share(String engine) {
        return ENGINE_SHARES.getOrDefault(engine, SHARE_OF_OTHERS);
    }
}
