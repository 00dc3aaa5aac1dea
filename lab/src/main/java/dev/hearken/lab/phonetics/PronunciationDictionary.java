package dev.hearken.lab.phonetics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words are pronounced how: the CMU Pronouncing Dictionary for American English, 125,000 words with their variants, in the edition of
 * CMUSphinx (Maven artefact {@code de.sciss:sphinx4-data}).
 */
public final class PronunciationDictionary {
    static final String RESOURCE = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

    /** {@code read(2) R IY D}: the second way to say it. */
    private static final Pattern LINE = Pattern.compile("(\\S+?)(\\(\\d+\\))? ([A-Z ]+)");

    private final Map<String, List<Pronunciation>> words;

    private PronunciationDictionary(Map<String, List<Pronunciation>> words) {
        this.words = words;
    }

    /** The dictionary, read once; takes a third of a second. */
    public static PronunciationDictionary english() {
        return English.DICTIONARY;
    }

    /** Every way to say a word, the usual one first; empty if it is not in the dictionary. Words are in lower case. */
    public List<Pronunciation> pronunciations(String word) {
        return words.getOrDefault(word, List.of());
    }

    /** All words, in the order of the alphabet. */
    public Set<String> words() {
        return words.keySet();
    }

    private static PronunciationDictionary read() {
        Map<String, List<Pronunciation>> words = new LinkedHashMap<>();
        try (InputStream in = PronunciationDictionary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> words.computeIfAbsent(line.group(1), unused -> new ArrayList<>(1))
                            .add(Pronunciation.parse(line.group(3))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        words.replaceAll((word, ways) -> List.copyOf(ways));
        return new PronunciationDictionary(Collections.unmodifiableMap(words));
    }

    /** Read when first asked for. */
    private static final class English {
        private static final PronunciationDictionary DICTIONARY = read();
    }
}
