package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A phrase as it comes in speech: alone, said in several ways, and inside sentences.
 *
 * <p>The texts are for voices to say. Speech engines take their melody from punctuation, so the same words with another sign at the end are
 * another recording.
 */
public final class CarrierSentences {
    private static final String SLOT = "{}";

    /** Question, order, call, and an unfinished thought. */
    private static final List<String> ENDS = List.of("", ".", "!", "?", ",", "...", "?!");

    private CarrierSentences() {}

    /** The phrase alone, with every ending, with and without a pause between its words; the plain one first. */
    public static List<String> alone(SpokenPhrase phrase) {
        String plain = phrase.text();
        String capital = capitalized(plain);
        Stream<String> paused = phrase.words().size() > 1
                ? Stream.of(", ", "... ")
                        .map(pause -> capitalized(phrase.words().get(0)) + pause + rest(phrase))
                : Stream.of();
        return Stream.concat(Stream.of(plain, capital), paused)
                .flatMap(text -> ENDS.stream().map(end -> text + end))
                .distinct()
                .toList();
    }

    /** Sentences with the phrase at their beginning, in the middle and at the end, in an order drawn from {@code seed}. */
    public static List<String> around(SpokenPhrase phrase, long seed) {
        List<String> carriers = new ArrayList<>(PlainSentences.lines("carriers.txt"));
        Collections.shuffle(carriers, new Random(seed));
        return carriers.stream().map(carrier -> filled(carrier, phrase.text())).toList();
    }

    private static String filled(String carrier, String phrase) {
        return capitalized(carrier.replace(SLOT, phrase));
    }

    private static String rest(SpokenPhrase phrase) {
        return String.join(" ", phrase.words().subList(1, phrase.words().size()));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
