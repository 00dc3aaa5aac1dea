package dev.hearken.lab.synthesis;

import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Voices, by engine, that take turns.
 *
 * @param byEngine each engine's voices; no engine without any
 */
record Cast(SortedMap<String, List<Voice>> byEngine, SpeakingRange manner, Random random) {
    private static final int TRIES_TO_DIFFER = 50;

    static Cast of(List<Voice> voices, SpeakingRange manner, Random random) {
        if (voices.isEmpty()) {
            throw new IllegalArgumentException("there is no voice to say anything");
        }
        SortedMap<String, List<Voice>> byEngine = new TreeMap<>();
        voices.forEach(voice -> byEngine.computeIfAbsent(voice.engine(), engine -> new ArrayList<>())
                .add(voice));
        return new Cast(byEngine, manner, random);
    }

    /** {@code count} lines of one engine: its voices in turn in a drawn order, and no line that is among {@code said}. */
    List<SpeechPlan.Line> lines(String engine, int count, Label label, List<String> texts, Set<SpeechPlan.Line> said) {
        List<Voice> turns = new ArrayList<>(byEngine.getOrDefault(engine, List.of()));
        Collections.shuffle(turns, random);
        Set<SpeechPlan.Line> distinct = new HashSet<>(said);
        List<SpeechPlan.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Voice voice = turns.get(i % turns.size());
            SpeechPlan.Line line = draw(label, voice, texts);
            for (int tries = 0; tries < TRIES_TO_DIFFER && distinct.contains(line); tries++) {
                line = draw(label, voice, texts);
            }
            distinct.add(line);
            lines.add(line);
        }
        return lines;
    }

    private SpeechPlan.Line draw(Label label, Voice voice, List<String> texts) {
        return new SpeechPlan.Line(label, voice, manner.draw(texts.get(random.nextInt(texts.size())), random));
    }
}
