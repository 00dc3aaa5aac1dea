package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * eSpeak NG's phonemes in the alphabet Kokoro was trained on, in which a diphthong or affricate is one letter, and as numbers.
 *
 * <p>The changes are those of misaki, Kokoro's own front end (github.com/hexgrad/misaki, {@code espeak.py}, Apache-2.0), in its
 * order: the longest first.
 */
final class KokoroPhonemes {
    private static final Map<String, String> ENGLISH =
            changes("ʔˌn\u0329=tn ʔn\u0329=tn ʔn=tn a^ɪ=I a^ʊ=W d^ʒ=ʤ e^ɪ=A t^ʃ=ʧ"
                    + " ɔ^ɪ=Y ə^l=ᵊl ʲo=jo ʲə=jə ʔ=t e=A ʲ= ɚ=əɹ r=ɹ x=k ç=k ɐ=ə ɬ=l \u0303=");

    private static final Map<String, String> BRITISH = changes("e^ə=ɛː iə=ɪə ə^ʊ=Q");

    private static final Map<String, String> AMERICAN = changes("o^ʊ=O ɜːɹ=ɜɹ ɜː=ɜɹ ɪə=iə ː=");

    private static final Map<String, String> OTHERS =
            changes("a^ɪ=I a^ʊ=W d^z=ʣ d^ʒ=ʤ e^ɪ=A o^ʊ=O ə^ʊ=Q s^s=S t^s=ʦ t^ʃ=ʧ ɔ^ɪ=Y -=");

    private static final Map<Integer, Long> NUMBERS = vocabulary();

    private KokoroPhonemes() {}

    /** The phonemes of {@link Phonemizer} in Kokoro's alphabet. */
    static String of(String phonemes, String language) {
        if (!language.startsWith("en")) {
            return replaced(phonemes, OTHERS).replace("^", "");
        }
        String english =
                replaced(phonemes, ENGLISH).replaceAll("(\\S)\u0329", "ᵊ$1").replace("\u0329", "");
        return replaced(english, language.startsWith("en-gb") ? BRITISH : AMERICAN)
                .replace("o", "ɔ")
                .replace("^", "");
    }

    /** The numbers of the phonemes the network knows; others are left out, as Kokoro does. */
    static long[] numbers(String phonemes) {
        return phonemes.codePoints()
                .filter(NUMBERS::containsKey)
                .mapToLong(NUMBERS::get)
                .toArray();
    }

    /** Padded with the number of silence on both sides, as a batch of one. */
    static long[][] padded(long[] numbers) {
        return new long[][] {
            LongStream.concat(LongStream.of(0), LongStream.concat(LongStream.of(numbers), LongStream.of(0)))
                    .toArray()
        };
    }

    private static String replaced(String text, Map<String, String> changes) {
        String changed = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }

    /** Changes written as {@code from=to}, apart by spaces, in this order. */
    private static Map<String, String> changes(String written) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String change : written.split(" ", -1)) {
            int equals = change.indexOf('=');
            changes.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return changes;
    }

    private static Map<Integer, Long> vocabulary() {
        try (InputStream in = KokoroPhonemes.class.getResourceAsStream("kokoro-vocabulary.json")) {
            if (in == null) {
                throw new IllegalStateException("kokoro-vocabulary.json is not on the class path");
            }
            Map<Integer, Long> numbers = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    new JsonMapper().readTree(in.readAllBytes()).properties()) {
                numbers.put(entry.getKey().codePointAt(0), entry.getValue().longValue());
            }
            return Map.copyOf(numbers);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
