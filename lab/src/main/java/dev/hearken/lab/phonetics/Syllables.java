package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.List;

/** Cuts a written word where its syllables begin: {@code com pu ter}. */
final class Syllables {
    private Syllables() {}

    /**
     * The letters of each syllable, in order. One consonant goes with the vowel after it, as in most syllabications of English; what is
     * silent stays with what it follows.
     */
    static List<String> of(List<Graphone> word) {
        List<String> syllables = new ArrayList<>();
        StringBuilder syllable = new StringBuilder();
        boolean hasVowel = false;
        for (int i = 0; i < word.size(); i++) {
            Graphone graphone = word.get(i);
            if (hasVowel && beginsSyllable(word, i)) {
                syllables.add(syllable.toString());
                syllable.setLength(0);
                hasVowel = false;
            }
            syllable.append(graphone.letter());
            hasVowel |= graphone.phones().stream().anyMatch(Phone::isVowel);
        }
        syllables.add(syllable.toString());
        return syllables;
    }

    /** Whether a vowel is said here, with a consonant of its own or none, or a consonant whose next sound is a vowel. */
    private static boolean beginsSyllable(List<Graphone> word, int index) {
        Graphone graphone = word.get(index);
        if (graphone.isSilent()) {
            return false;
        }
        if (graphone.phones().stream().anyMatch(Phone::isVowel)) {
            return true;
        }
        return word.subList(index + 1, word.size()).stream()
                .filter(next -> !next.isSilent())
                .findFirst()
                .map(next -> next.phones().get(0).isVowel()
                        || (next.phones().size() > 1 && next.phones().get(1).isVowel()))
                .orElse(false);
    }
}
