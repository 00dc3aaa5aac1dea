package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How words are read that no dictionary has, learnt from those it has. docs/phonetics.md says how often it errs. */
final class LetterToSound {
    private final LetterAlignment alignment;
    private final GraphoneModel model = new GraphoneModel();

    private LetterToSound(LetterAlignment alignment) {
        this.alignment = alignment;
    }

    /** The reader learnt from the whole English dictionary, once; takes a few seconds. */
    static LetterToSound english() {
        return English.READER;
    }

    /** Learns from words and the usual way to say each. */
    static LetterToSound learn(Collection<Map.Entry<String, Pronunciation>> words) {
        LetterToSound reader = new LetterToSound(LetterAlignment.learn(words));
        words.forEach(word -> reader.align(word.getKey(), word.getValue()).ifPresent(reader.model::learn));
        return reader;
    }

    /** The words of a dictionary that are all letters, with the usual way to say each. */
    static List<Map.Entry<String, Pronunciation>> readable(PronunciationDictionary dictionary) {
        List<Map.Entry<String, Pronunciation>> readable = new ArrayList<>();
        for (String word : dictionary.words()) {
            if (word.chars().allMatch(letter -> LetterAlignment.isLetter((char) letter))) {
                readable.add(Map.entry(word, dictionary.pronunciations(word).get(0)));
            }
        }
        return readable;
    }

    /** The likeliest way to say a word of the letters {@code a} to {@code z}; empty if none can be told. */
    Optional<Pronunciation> pronounce(String word) {
        return model.pronounce(word);
    }

    /** What each letter of a word says where the word is said like this; empty if that cannot be told. */
    Optional<List<Graphone>> align(String word, Pronunciation pronunciation) {
        return alignment.align(word, pronunciation.phones());
    }

    /** Learnt when first asked for. */
    private static final class English {
        private static final LetterToSound READER = learn(readable(PronunciationDictionary.english()));
    }
}
