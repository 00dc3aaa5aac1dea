package dev.hearken.store.catalogue;

import dev.hearken.store.contents.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is said in a recording.
 *
 * <p>How a text is punctuated changes how it is said, so the text itself is kept; but who looks for a phrase looks for its words.
 *
 * @param text as it was read out, or as a transcript has it; not blank
 */
public record SpokenText(String text) {
    /** An apostrophe inside a word belongs to it: {@code what's}. */
    private static final Pattern NOT_OF_A_WORD =
            Pattern.compile("(?:[^\\p{L}\\p{M}\\p{N}']|(?<![\\p{L}\\p{N}])'|'(?![\\p{L}]))+");

    public SpokenText {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a spoken text has words");
        }
    }

    /** Its words in lower case, one space between them: {@code hey computer} for {@code Hey, Computer!} */
    public String words() {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        return NOT_OF_A_WORD.matcher(folded).replaceAll(" ").strip();
    }

    /** The SHA-256 of the {@link #words}. */
    public String sha256() {
        return Sha256.of(words());
    }
}
