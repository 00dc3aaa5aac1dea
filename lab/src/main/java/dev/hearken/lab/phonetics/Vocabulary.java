package dev.hearken.lab.phonetics;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Real words that people say, with their pronunciations.
 *
 * @param entries the commonest first; a word with several pronunciations has several entries in a row
 */
record Vocabulary(List<Entry> entries) {
    /** Rarer ones are mostly names. */
    private static final int WORDS = 20_000;

    /** Other single letters are abbreviations. */
    private static final Predicate<String> WORD =
            Pattern.compile("[a-z][a-z']+|a|i").asMatchPredicate();

    /**
     * A word said in one way.
     *
     * @param share how large a part of all words it is, in (0, 1)
     */
    record Entry(String word, Pronunciation pronunciation, double share) {
        /** How rare it is, from 0 for a word in ten to 7 for one in a hundred million. */
        double rarity() {
            return Math.max(0, -Math.log10(share) - 1);
        }
    }

    /** The {@value #WORDS} commonest words of American English. */
    static Vocabulary english() {
        return English.VOCABULARY;
    }

    private static Vocabulary read() {
        WordCommonness commonness = WordCommonness.english();
        return new Vocabulary(commonness.commonest(WORDS).stream()
                .filter(WORD)
                .flatMap(word -> PronunciationDictionary.english().pronunciations(word).stream()
                        .map(way -> new Entry(word, way, commonness.share(word))))
                .toList());
    }

    /** Made when first asked for. */
    private static final class English {
        private static final Vocabulary VOCABULARY = read();
    }
}
