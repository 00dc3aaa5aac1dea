package dev.hearken.lab.phonetics;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.dictionary.Word;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.util.LogMath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How often words are said one after the other: the generic trigram model of American English by CMUSphinx, 72,000 words (Maven artefact
 * {@code de.sciss:sphinx4-data}).
 */
final class WordCommonness {
    private static final String FOLDER = "/edu/cmu/sphinx/models/en-us/";
    private static final int ORDER = 3;
    private static final int CACHE = 10_000;

    /** A word of no dictionary is said less often than any in it. */
    private static final double UNKNOWN = 1e-8;

    /** Told of each phone and of each word without one; held, lest the setting be collected. */
    private static final Logger LIBRARY = Logger.getLogger("edu.cmu.sphinx");

    private final TextDictionary dictionary;
    private final NgramTrieModel model;
    private final Set<String> vocabulary;
    private final Map<String, Double> ofWord = new HashMap<>();

    private WordCommonness() {
        LIBRARY.setLevel(Level.SEVERE);
        dictionary = new TextDictionary(
                resource("cmudict-en-us.dict"), resource("en-us/noisedict"), List.of(), null, new UnitManager());
        model = new NgramTrieModel(
                "", resource("en-us.lm.bin"), null, CACHE, false, ORDER, dictionary, false, 1f, 1.0, 1f);
        try {
            dictionary.allocate();
            model.allocate();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        vocabulary = model.getVocabulary();
        for (String word : vocabulary) {
            if (!PronunciationDictionary.english().pronunciations(word).isEmpty()) {
                ofWord.put(word, probability(List.of(word)));
            }
        }
    }

    /** The model, read once; takes a second or two. */
    static WordCommonness english() {
        return English.COMMONNESS;
    }

    /** The share of all words that this one is, in (0, 1). */
    double share(String word) {
        return ofWord.getOrDefault(word, UNKNOWN);
    }

    /** The {@code most} commonest words of the dictionary, the commonest first. */
    List<String> commonest(int most) {
        return ofWord.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How likely it is that words which someone says, looked at anywhere, go on like this; in (0, 1). */
    synchronized double probability(List<String> words) {
        double probability = 1;
        for (int i = 0; i < words.size(); i++) {
            probability *= probability(words.subList(Math.max(0, i - ORDER + 1), i), words.get(i));
        }
        return probability;
    }

    /** After an unknown word, and for one, nothing better is known than the word's own share. */
    private double probability(List<String> before, String word) {
        Word[] sequence = new Word[before.size() + 1];
        for (int i = 0; i < sequence.length; i++) {
            String each = i < before.size() ? before.get(i) : word;
            Word known = dictionary.getWord(each);
            if (known == null || !vocabulary.contains(each)) {
                return each.equals(word) && i == before.size() ? UNKNOWN : share(word);
            }
            sequence[i] = known;
        }
        return LogMath.getLogMath().logToLinear(model.getProbability(new WordSequence(sequence)));
    }

    private static URL resource(String name) {
        URL resource = WordCommonness.class.getResource(FOLDER + name);
        if (resource == null) {
            throw new IllegalStateException(FOLDER + name + " is not on the class path");
        }
        return resource;
    }

    /** Read when first asked for. */
    private static final class English {
        private static final WordCommonness COMMONNESS = new WordCommonness();
    }
}
