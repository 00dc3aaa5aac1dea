package dev.hearken.lab.synthesis;

import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many clips of some texts are wanted, part of which may have been said before: a bucket to be filled.
 *
 * <p>Of each engine {@code max(growth, target - existing)} clips are said anew, where {@code target} and {@code growth} are its
 * shares of {@code clips} and {@code growth}; the others are reused. So what has been said grows with every order.
 *
 * @param label what the clips are clips of
 * @param texts one or more, all equally likely
 * @param voices at least one
 * @param clips how many clips in all, at least 0
 * @param growth how many of them are new whatever there is, from 0 to {@code clips}
 * @param seed the same seed, voices and catalogue give the same plan
 */
public record SpeechOrder(
        Label label,
        List<String> texts,
        List<Voice> voices,
        EngineShares shares,
        SpeakingRange manner,
        int clips,
        int growth,
        long seed) {
    public SpeechOrder {
        texts = List.copyOf(texts);
        voices = List.copyOf(voices);
        if (texts.isEmpty() || voices.isEmpty()) {
            throw new IllegalArgumentException(
                    "an order has texts and voices, got %d texts and %d voices".formatted(texts.size(), voices.size()));
        }
        if (growth < 0 || clips < growth) {
            throw new IllegalArgumentException(
                    "growth lies from 0 to the number of clips, got " + growth + " of " + clips);
        }
    }

    /** The same for fewer clips, all new, by those voices that are left. */
    SpeechOrder again(int missing, List<Voice> left) {
        return new SpeechOrder(label, texts, left, shares, manner, missing, missing, seed + 1);
    }

    /** The plan of this order where {@code existing} lines have been said; which of them, if there are more than wanted, is drawn. */
    SpeechPlan plan(List<SpeechPlan.Line> existing) {
        Random random = new Random(seed);
        Cast cast = Cast.of(voices, manner, random);
        Map<String, List<SpeechPlan.Line>> said = existing.stream()
                .collect(Collectors.groupingBy(line -> line.voice().engine()));
        Map<String, Integer> targets =
                shares.divide(clips, new TreeSet<>(cast.byEngine().keySet()));
        Map<String, Integer> growths =
                shares.divide(growth, new TreeSet<>(cast.byEngine().keySet()));
        List<SpeechPlan.Line> lines = new ArrayList<>();
        targets.forEach((engine, target) -> {
            List<SpeechPlan.Line> suits = said.getOrDefault(engine, List.of());
            int anew = Math.max(Math.min(target, growths.getOrDefault(engine, 0)), target - suits.size());
            lines.addAll(spread(suits, random).subList(0, target - anew));
            lines.addAll(cast.lines(engine, anew, label, texts, Set.copyOf(suits)));
        });
        return new SpeechPlan(lines);
    }

    /** The lines in an order in which voices take turns, drawn, so that the first few are by as many voices as can be. */
    private static List<SpeechPlan.Line> spread(List<SpeechPlan.Line> lines, Random random) {
        List<SpeechPlan.Line> drawn = new ArrayList<>(lines);
        drawn.sort(Comparator.comparing((SpeechPlan.Line line) -> line.voice().id())
                .thenComparing(line -> line.utterance().toString()));
        Collections.shuffle(drawn, random);
        Map<String, List<SpeechPlan.Line>> byVoice = new LinkedHashMap<>();
        drawn.forEach(line -> byVoice.computeIfAbsent(line.voice().id(), id -> new ArrayList<>())
                .add(line));
        Set<SpeechPlan.Line> inTurn = new LinkedHashSet<>();
        for (int turn = 0; inTurn.size() < drawn.size(); turn++) {
            for (List<SpeechPlan.Line> ofVoice : byVoice.values()) {
                if (turn < ofVoice.size()) {
                    inTurn.add(ofVoice.get(turn));
                }
            }
        }
        return List.copyOf(inTurn);
    }
}
