package dev.hearken.lab.phonetics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text as its phones, in order.
 *
 * @param phones without stress; not empty
 */
public record Pronunciation(List<Phone> phones) {
    public Pronunciation {
        phones = List.copyOf(phones);
        if (phones.isEmpty()) {
            throw new IllegalArgumentException("a pronunciation has at least one phone");
        }
    }

    /**
     * Reads {@code HH EY}.
     *
     * @throws IllegalArgumentException if a name is no phone's
     */
    public static Pronunciation parse(String arpabet) {
        return new Pronunciation(
                Arrays.stream(arpabet.strip().split("\\s+")).map(Phone::valueOf).toList());
    }

    /** This, and then {@code next}. */
    public Pronunciation then(Pronunciation next) {
        return new Pronunciation(
                Stream.concat(phones.stream(), next.phones.stream()).toList());
    }

    /** How many phones it has. */
    public int length() {
        return phones.size();
    }

    /** How many of them are vowels, each of which makes a syllable. */
    public int syllables() {
        return (int) phones.stream().filter(Phone::isVowel).count();
    }

    /** {@code HH EY}. */
    @Override
    public String toString() {
        return phones.stream().map(Phone::name).collect(Collectors.joining(" "));
    }
}
