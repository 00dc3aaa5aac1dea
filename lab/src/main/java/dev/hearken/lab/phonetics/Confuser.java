package dev.hearken.lab.phonetics;

/**
 * A text that a detector for a phrase may take for it.
 *
 * @param text in lower case, to be said by a voice
 * @param distance how far the nearest stretch of it is from the phrase, see {@link PhoneDistance#within}; 0 where the phrase is contained
 *     or sounds the same
 */
public record Confuser(String text, double distance, Kind kind) {
    /** Where a confuser comes from. */
    public enum Kind {
        /** Real words, one or several, that sound much like the phrase. */
        SOUND_ALIKE,
        /** The phrase with one phone changed, which is no real word. */
        INVENTED,
        /** A part of the phrase: some of its words, or of a word's syllables. */
        PART,
        /** The phrase's words, or a word's syllables, in another order. */
        REORDERED,
        /** The phrase with one word exchanged for a common one. */
        SWAPPED,
        /** The first half of the phrase, ending as another real word does. */
        OTHER_ENDING,
        /** The second half of the phrase, beginning as another real word does. */
        OTHER_BEGINNING
    }
}
