package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which letters of a word say which of its phones.
 *
 * <p>Each letter says none, one or two phones, in order; how likely each of these is is learnt from whole words by expectation and
 * maximisation: Jiampojamarn, Kondrak, Sherif: Applying many-to-many alignments and hidden Markov models to letter-to-phoneme conversion,
 * NAACL 2007, with one letter at a time.
 */
final class LetterAlignment {
    /** The likelihood hardly rises after these. */
    private static final int ROUNDS = 5;

    private static final int MOST_PHONES = 2;
    private static final int LETTERS = 27;
    private static final int PHONES = Phone.values().length;

    /** No phone, one of 39, or two of them. */
    private static final int SOUNDS = 1 + PHONES + PHONES * PHONES;

    /** Unseen ways to say a letter, lest a rare word has no alignment. */
    private static final double FLOOR = 1e-9;

    private double[] probability = new double[LETTERS * SOUNDS];

    private LetterAlignment() {
        Arrays.fill(probability, 1.0 / SOUNDS);
    }

    /** Learns from words and the usual way to say each; words that have more than two phones a letter are passed over. */
    static LetterAlignment learn(Collection<Map.Entry<String, Pronunciation>> words) {
        LetterAlignment alignment = new LetterAlignment();
        for (int round = 0; round < ROUNDS; round++) {
            double[] counts = new double[LETTERS * SOUNDS];
            words.forEach(word -> alignment.count(word.getKey(), word.getValue().phones(), counts));
            alignment.probability = alignment.normalized(counts);
        }
        return alignment;
    }

    /** The likeliest alignment; empty if there are more than two phones a letter, or a letter that is none. */
    Optional<List<Graphone>> align(String word, List<Phone> phones) {
        int letters = word.length();
        double[][] best = new double[letters + 1][phones.size() + 1];
        int[][] taken = new int[letters + 1][phones.size() + 1];
        best[0][0] = 1;
        for (int i = 0; i < letters; i++) {
            for (int j = 0; j <= phones.size(); j++) {
                for (int n = 0; n <= MOST_PHONES && j + n <= phones.size(); n++) {
                    double reached = best[i][j] * (probability(word.charAt(i), phones, j, n) + FLOOR);
                    if (reached > best[i + 1][j + n]) {
                        best[i + 1][j + n] = reached;
                        taken[i + 1][j + n] = n;
                    }
                }
            }
        }
        boolean possible = best[letters][phones.size()] > 0 && word.chars().allMatch(letter -> isLetter((char) letter));
        return possible ? Optional.of(trace(word, phones, taken)) : Optional.empty();
    }

    /** Whether it is one of the letters words are made of here. */
    static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '\'';
    }

    private static List<Graphone> trace(String word, List<Phone> phones, int[][] taken) {
        List<Graphone> graphones = new ArrayList<>();
        int j = phones.size();
        for (int i = word.length(); i > 0; i--) {
            int n = taken[i][j];
            graphones.add(0, new Graphone(word.charAt(i - 1), phones.subList(j - n, j)));
            j -= n;
        }
        return graphones;
    }

    /** Adds what each letter is expected to say, by the forward-backward algorithm. */
    private void count(String word, List<Phone> phones, double[] counts) {
        int letters = word.length();
        double[][] forward = new double[letters + 1][phones.size() + 1];
        double[][] backward = new double[letters + 1][phones.size() + 1];
        forward[0][0] = 1;
        backward[letters][phones.size()] = 1;
        for (int i = 0; i < letters; i++) {
            for (int j = 0; j <= phones.size(); j++) {
                for (int n = 0; n <= MOST_PHONES && j + n <= phones.size(); n++) {
                    forward[i + 1][j + n] += forward[i][j] * probability(word.charAt(i), phones, j, n);
                }
            }
        }
        double whole = forward[letters][phones.size()];
        if (whole <= 0) {
            return;
        }
        for (int i = letters - 1; i >= 0; i--) {
            for (int j = phones.size(); j >= 0; j--) {
                for (int n = 0; n <= MOST_PHONES && j + n <= phones.size(); n++) {
                    double path = probability(word.charAt(i), phones, j, n) * backward[i + 1][j + n];
                    backward[i][j] += path;
                    counts[index(word.charAt(i), phones, j, n)] += forward[i][j] * path / whole;
                }
            }
        }
    }

    private double[] normalized(double[] counts) {
        double[] shares = new double[counts.length];
        for (int letter = 0; letter < LETTERS; letter++) {
            double sum = 0;
            for (int sound = 0; sound < SOUNDS; sound++) {
                sum += counts[letter * SOUNDS + sound];
            }
            for (int sound = 0; sum > 0 && sound < SOUNDS; sound++) {
                shares[letter * SOUNDS + sound] = counts[letter * SOUNDS + sound] / sum;
            }
        }
        return shares;
    }

    private double probability(char letter, List<Phone> phones, int from, int n) {
        return probability[index(letter, phones, from, n)];
    }

    private static int index(char letter, List<Phone> phones, int from, int n) {
        int row = isLetter(letter) && letter != '\'' ? letter - 'a' : LETTERS - 1;
        int sound = n == 0 ? 0 : 1 + phones.get(from).index();
        if (n == MOST_PHONES) {
            sound = PHONES + sound + PHONES * phones.get(from + 1).index();
        }
        return row * SOUNDS + sound;
    }
}
