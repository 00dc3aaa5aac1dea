package dev.hearken.lab.phonetics;

import dev.hearken.core.HearkenException;
import edu.cmu.sphinx.alignment.USEnglishTokenizer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A typed phrase as it is said: {@code "Hey 42!"} is {@code hey forty two}.
 *
 * @param words in lower case, of the letters {@code a} to {@code z} and apostrophes; 1 to {@value #MOST_WORDS}
 */
public record SpokenPhrase(List<String> words) {
    /** A phrase of more is no name to call, but a sentence. */
    public static final int MOST_WORDS = 10;

    private static final int MOST_CHARACTERS = 100;

    private static final Map<String, String> SIGNS = Map.of("&", " and ", "%", " percent ", "+", " plus ", "@", " at ");

    /** Letters that no accent explains. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "’", "'");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN_LETTER = Pattern.compile("[\\p{L}&&[^a-z]]");

    /** Anything but letters, digits, and punctuation that is not read aloud. */
    private static final Pattern SYMBOL = Pattern.compile("[^\\p{L}\\p{N}\\s.,;:!?'\"$()\\[\\]/_\\p{Pd}…¡¿]");

    private static final Pattern LETTER_BESIDE_DIGIT = Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

    public SpokenPhrase {
        words = List.copyOf(words);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("a phrase has 1 to " + MOST_WORDS + " words, got " + words.size());
        }
    }

    /**
     * Reads what a user typed.
     *
     * @throws HearkenException with code {@code PHRASE_EMPTY}, {@code PHRASE_WITHOUT_WORDS}, {@code PHRASE_TOO_LONG},
     *     {@code PHRASE_OTHER_ALPHABET} or {@code PHRASE_SYMBOL}
     */
    public static SpokenPhrase of(String typed) {
        if (typed.isBlank()) {
            throw HearkenException.user(
                    "PHRASE_EMPTY", "the phrase is empty; type what shall be said, such as \"hey computer\"");
        }
        if (typed.length() > MOST_CHARACTERS) {
            throw HearkenException.user(
                    "PHRASE_TOO_LONG",
                    "the phrase has %d characters, more than %d; a name to call has one to four words"
                            .formatted(typed.length(), MOST_CHARACTERS));
        }
        List<String> words = words(typed);
        if (words.isEmpty()) {
            throw HearkenException.user(
                    "PHRASE_WITHOUT_WORDS",
                    "\"" + typed + "\" has no letter or digit; type what shall be said, in words");
        }
        if (words.size() > MOST_WORDS) {
            throw HearkenException.user(
                    "PHRASE_TOO_LONG",
                    "\"%s\" is %d words when said, more than %d; a name to call has one to four"
                            .formatted(typed, words.size(), MOST_WORDS));
        }
        return new SpokenPhrase(words);
    }

    /**
     * The spoken words of any English text, of any length; none if there are none.
     *
     * @throws HearkenException as {@link #of}, for what cannot be said
     */
    public static List<String> words(String text) {
        String plain = unmarked(text);
        refuse(
                SYMBOL.matcher(plain),
                "PHRASE_SYMBOL",
                text,
                "no word is known for '%s'; leave it out or write what shall be said");
        refuse(
                FOREIGN_LETTER.matcher(plain),
                "PHRASE_OTHER_ALPHABET",
                text,
                "'%s' is no letter of English, the language whose sounds are known here; write it as an English speaker would");
        String spaced = LETTER_BESIDE_DIGIT.matcher(plain).replaceAll(" ").replaceAll("[\\p{Pd}_/…]", " ");
        return new USEnglishTokenizer()
                .expand(spaced).stream()
                        .map(word -> word.replaceAll("[^a-z']", ""))
                        .filter(word -> word.chars().anyMatch(letter -> letter != '\''))
                        .toList();
    }

    /** In lower case, without accents, signs spelled out. */
    private static String unmarked(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            plain = plain.replace(sign.getKey(), sign.getValue());
        }
        return MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static void refuse(Matcher found, String code, String text, String reason) {
        if (found.find()) {
            throw HearkenException.user(code, "\"" + text + "\": " + reason.formatted(found.group()));
        }
    }

    /** The words with spaces between. */
    public String text() {
        return String.join(" ", words);
    }
}
