package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads words nobody has written down: the likeliest sequence of graphones for the letters.
 *
 * <p>An n-gram model over graphones, as in Bisani and Ney: Joint-sequence models for grapheme-to-phoneme conversion, Speech Communication
 * 50 (2008), with letters taken one by one and interpolated absolute discounting; searched from left to right with a beam.
 */
final class GraphoneModel {
    private static final int ORDER = 6;
    private static final double DISCOUNT = 0.7;
    private static final int BEAM = 16;

    /** Marks the beginning and the end of a word; graphones count from 1. */
    private static final int EDGE = 0;

    /** The beginning of a reading. */
    private static final class Hypothesis {
        private final int[] history;
        private final List<Phone> phones;
        private final double logProbability;

        Hypothesis(int[] history, List<Phone> phones, double logProbability) {
            this.history = history;
            this.phones = phones;
            this.logProbability = logProbability;
        }

        double logProbability() {
            return logProbability;
        }
    }

    private final Map<Graphone, Integer> ids = new LinkedHashMap<>();
    private final Map<Character, List<Graphone>> byLetter = new LinkedHashMap<>();
    private final NgramCounts ngrams = new NgramCounts();
    private final NgramCounts contexts = new NgramCounts();
    private final NgramCounts followers = new NgramCounts();

    /** Learns from one word more. */
    void learn(List<Graphone> word) {
        int[] history = new int[ORDER - 1];
        for (Graphone graphone : word) {
            history = learn(history, id(graphone));
        }
        learn(history, EDGE);
    }

    private int id(Graphone graphone) {
        return ids.computeIfAbsent(graphone, unseen -> {
            byLetter.computeIfAbsent(unseen.letter(), letter -> new ArrayList<>())
                    .add(unseen);
            return ids.size() + 1;
        });
    }

    private int[] learn(int[] history, int next) {
        for (int length = 0; length < ORDER; length++) {
            long context = hash(history, length);
            contexts.add(context);
            if (ngrams.add(extended(context, next)) == 0) {
                followers.add(context);
            }
        }
        return shifted(history, next);
    }

    /** The likeliest phones; empty if a letter was never seen, or all are silent. */
    Optional<Pronunciation> pronounce(String word) {
        List<Hypothesis> beam = List.of(new Hypothesis(new int[ORDER - 1], List.of(), 0));
        for (int i = 0; i < word.length(); i++) {
            List<Hypothesis> longer = new ArrayList<>();
            for (Hypothesis hypothesis : beam) {
                for (Graphone graphone : byLetter.getOrDefault(word.charAt(i), List.of())) {
                    longer.add(extended(hypothesis, graphone));
                }
            }
            longer.sort(Comparator.comparingDouble(Hypothesis::logProbability).reversed());
            beam = longer.subList(0, Math.min(BEAM, longer.size()));
        }
        return beam.stream()
                .filter(hypothesis -> !hypothesis.phones.isEmpty())
                .max(Comparator.comparingDouble(
                        ended -> ended.logProbability + Math.log(probability(ended.history, EDGE, ORDER - 1))))
                .map(hypothesis -> new Pronunciation(hypothesis.phones));
    }

    private Hypothesis extended(Hypothesis hypothesis, Graphone graphone) {
        int id = ids.getOrDefault(graphone, EDGE);
        List<Phone> phones = new ArrayList<>(hypothesis.phones);
        phones.addAll(graphone.phones());
        return new Hypothesis(
                shifted(hypothesis.history, id),
                phones,
                hypothesis.logProbability + Math.log(probability(hypothesis.history, id, ORDER - 1)));
    }

    /** How likely {@code next} is after the last {@code length} of the history. */
    private double probability(int[] history, int next, int length) {
        double shorter = length == 0 ? 1.0 / (ids.size() + 1) : probability(history, next, length - 1);
        long context = hash(history, length);
        double seen = contexts.get(context);
        if (seen == 0) {
            return shorter;
        }
        double found = Math.max(0, ngrams.get(extended(context, next)) - DISCOUNT);
        return (found + DISCOUNT * followers.get(context) * shorter) / seen;
    }

    private static int[] shifted(int[] history, int next) {
        int[] shifted = new int[history.length];
        System.arraycopy(history, 1, shifted, 0, history.length - 1);
        shifted[history.length - 1] = next;
        return shifted;
    }

    private static long hash(int[] history, int length) {
        long hash = 0x9E3779B97F4A7C15L + length;
        for (int i = history.length - length; i < history.length; i++) {
            hash = extended(hash, history[i]);
        }
        return hash;
    }

    /** A step of the splitmix64 generator's mixing, under which a million keys do not meet. */
    private static long extended(long hash, int next) {
        long mixed = (hash ^ (next + 1)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return (mixed ^ (mixed >>> 32)) | 1;
    }
}
