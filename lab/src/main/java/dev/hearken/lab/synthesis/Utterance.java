package dev.hearken.lab.synthesis;

/**
 * A text to be said once, and how.
 *
 * <p>Rate and pitch are kept to two decimals, which no listener hears and which lets equal utterances be found again.
 *
 * @param text plain words: 1 to 500 characters, not blank, no control characters
 * @param rate within [0.4, 2.5]; 1 is as fast as the voice usually speaks, 2 twice as fast
 * @param pitch within [0.5, 2]; 1 is as high as the voice usually speaks, 2 an octave higher
 */
public record Utterance(String text, double rate, double pitch) {
    private static final int MOST_CHARACTERS = 500;

    public Utterance {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a text has 1 to " + MOST_CHARACTERS + " characters and is not blank, got " + text.length());
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a text has no control characters");
        }
        rate = checked("rate", rate, 0.4, 2.5);
        pitch = checked("pitch", pitch, 0.5, 2);
    }

    /** The text at the voice's usual rate and pitch. */
    public static Utterance of(String text) {
        return new Utterance(text, 1, 1);
    }

    /** Whether all characters are printable ASCII, all that some engines can read. */
    boolean isAscii() {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static double checked(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s must lie in [%s, %s], got %s".formatted(name, least, most, value));
        }
        return Math.rint(value * 100) / 100;
    }
}
