package dev.hearken.lab.phonetics;

import java.util.List;

/**
 * A letter and what is said for it: none, one or two phones, as {@code x} is {@code K S}.
 *
 * @param letter {@code a} to {@code z} or an apostrophe
 */
record Graphone(char letter, List<Phone> phones) {
    Graphone {
        phones = List.copyOf(phones);
    }

    boolean isSilent() {
        return phones.isEmpty();
    }
}
