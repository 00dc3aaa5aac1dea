package dev.hearken.lab.phonetics;

/**
 * Something to know about a phrase before a detector is trained for it.
 *
 * @param outlook what it alone would make of the outlook
 * @param sentence what was found and what to do, for a person
 */
public record Remark(Code code, Outlook outlook, String sentence) {
    /** What it is about; these names stay. */
    public enum Code {
        /** Few phones: little to tell it by. */
        SHORT,
        /** Few syllables: a word of one is over before it is noticed. */
        FEW_SYLLABLES,
        /** So long that people say it in many ways. */
        LONG,
        /** People say it without meaning it. */
        COMMON,
        /** People say what sounds like it. */
        SOUNDS_LIKE_COMMON_WORDS,
        /** A word is in no dictionary: how it is said is a guess. */
        GUESSED_PRONUNCIATION
    }
}
