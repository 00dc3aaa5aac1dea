package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import java.util.Locale;

/**
 * A language that is asked for.
 *
 * @param tag an IETF tag in lower case: {@code en} asks for all kinds of English, {@code en-gb} for British English
 */
public record Language(String tag) {
    /** All kinds of English. */
    public static final Language ENGLISH = new Language("en");

    public Language {
        tag = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!tag.matches("[a-z]{2,3}(-[a-z0-9]{1,8})*")) {
            throw new IllegalArgumentException("a language is named as en, en-gb or de, got '" + tag + "'");
        }
    }

    /**
     * The language somebody typed.
     *
     * @throws HearkenException {@code LANGUAGE_INVALID}
     */
    public static Language parse(String typed) {
        try {
            return new Language(typed);
        } catch (IllegalArgumentException malformed) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "LANGUAGE_INVALID", String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** Whether a voice's language is what is asked for. */
    boolean covers(String spoken) {
        String other = spoken.toLowerCase(Locale.ROOT).replace('_', '-');
        return other.equals(tag) || other.startsWith(tag + "-");
    }
}
