package dev.hearken.lab.phonetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader makes of words it was not taught: each 25th of the dictionary is kept from it. */
class LetterToSoundTest {
    private static final int HELD_OUT_EACH = 25;

    @Test
    void aReaderTaughtMostOfTheDictionaryReadsMostOfTheRest() {
        List<Map.Entry<String, Pronunciation>> taught = new ArrayList<>();
        List<Map.Entry<String, Pronunciation>> heldOut = new ArrayList<>();
        List<Map.Entry<String, Pronunciation>> all = LetterToSound.readable(PronunciationDictionary.english());
        for (int i = 0; i < all.size(); i++) {
            (i % HELD_OUT_EACH == 0 ? heldOut : taught).add(all.get(i));
        }
        LetterToSound reader = LetterToSound.learn(taught);
        int wrong = 0;
        int edits = 0;
        int phones = 0;
        for (Map.Entry<String, Pronunciation> word : heldOut) {
            List<Phone> read = reader.pronounce(word.getKey()).orElseThrow().phones();
            List<Pronunciation> ways = PronunciationDictionary.english().pronunciations(word.getKey());
            int errors = ways.stream()
                    .mapToInt(way -> edits(read, way.phones()))
                    .min()
                    .orElseThrow();
            wrong += errors > 0 ? 1 : 0;
            edits += errors;
            phones += word.getValue().length();
        }
        assertThat((double) wrong / heldOut.size())
                .as("%d of %d words wrong", wrong, heldOut.size())
                .isLessThan(0.3);
        assertThat((double) edits / phones)
                .as("%d of %d phones wrong", edits, phones)
                .isLessThan(0.08);
    }

    private static int edits(List<Phone> one, List<Phone> other) {
        int[] row = new int[other.size() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 0; i < one.size(); i++) {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.get(i) == other.get(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.size()];
    }
}
