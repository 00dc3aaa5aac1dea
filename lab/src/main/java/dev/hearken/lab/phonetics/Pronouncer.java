package dev.hearken.lab.phonetics;

import dev.hearken.core.HearkenException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How English text is pronounced: by the dictionary, else letter by letter as the dictionary's words are read.
 *
 * <p>Safe for use by many threads.
 */
public final class Pronouncer {
    /** Words with several pronunciations multiply; more combinations than this are not looked at. */
    private static final int MOST_VARIANTS = 8;

    private final PronunciationDictionary dictionary;

    private Pronouncer(PronunciationDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The pronouncer of American English. */
    public static Pronouncer english() {
        return new Pronouncer(PronunciationDictionary.english());
    }

    /**
     * Every way to say a text, at most {@value #MOST_VARIANTS}, the usual one first.
     *
     * @throws HearkenException as {@link SpokenPhrase#of}, of which only the number of words does not matter
     */
    public List<Pronunciation> pronunciations(String text) {
        List<String> words = SpokenPhrase.words(text);
        if (words.isEmpty()) {
            throw HearkenException.user("PHRASE_WITHOUT_WORDS", "\"" + text + "\" has no letter or digit to be said");
        }
        return ofWords(words);
    }

    /** The usual way to say a text. */
    public Pronunciation pronunciation(String text) {
        return pronunciations(text).get(0);
    }

    /** How far the nearest stretch of a text is from a phrase, however either is said: see {@link PhoneDistance#within}. */
    public double within(String text, SpokenPhrase phrase) {
        List<Pronunciation> wanted = ofWords(phrase.words());
        return pronunciations(text).stream()
                .flatMap(heard -> wanted.stream().map(way -> PhoneDistance.within(heard, way)))
                .min(Double::compare)
                .orElseThrow();
    }

    /** Every way to say words that are known to be of letters. */
    List<Pronunciation> ofWords(List<String> words) {
        List<Pronunciation> ways = ofWord(words.get(0));
        for (String word : words.subList(1, words.size())) {
            List<Pronunciation> longer = new ArrayList<>();
            for (Pronunciation next : ofWord(word)) {
                ways.forEach(way -> longer.add(way.then(next)));
            }
            ways = longer.subList(0, Math.min(MOST_VARIANTS, longer.size()));
        }
        return List.copyOf(ways);
    }

    /** Every way to say one word. */
    List<Pronunciation> ofWord(String word) {
        List<Pronunciation> known = dictionary.pronunciations(word);
        if (!known.isEmpty()) {
            return known;
        }
        return List.of(
                isSpelledOut(word)
                        ? letters(word)
                        : LetterToSound.english().pronounce(word).orElseGet(() -> letters(word)));
    }

    /** A word without a vowel is said letter by letter, as {@code mqtt} is. */
    private static boolean isSpelledOut(String word) {
        return word.chars().noneMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }

    private Pronunciation letters(String word) {
        return word.chars()
                .filter(Character::isLetter)
                .mapToObj(letter -> letter == 'a' ? "EY" : usual(Character.toString(letter)))
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), Pronunciation::parse));
    }

    private String usual(String letter) {
        return dictionary.pronunciations(letter).get(0).toString();
    }
}
