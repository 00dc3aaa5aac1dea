package dev.hearken.lab.phonetics;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.phonetics.Confuser.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector for a phrase may take for it: real words and invented ones that sound alike, and texts that are half the phrase.
 *
 * <p>Those nearer than {@value #NEAR} are for measuring near-misses: as training negatives they pull the boundary onto the phrase itself
 * (docs/phrase.md). The same phrase gives the same confusers.
 */
public final class Confusers {
    /** The distance below which a confuser does harm as a training negative. */
    public static final double NEAR = 1.5;

    /** Sound-alikes may have so many words more than the phrase. */
    private static final int WORDS_MORE = 1;

    private final SpokenPhrase phrase;
    private final Pronouncer pronouncer = Pronouncer.english();
    private final Map<String, Confuser> found = new LinkedHashMap<>();

    private Confusers(SpokenPhrase phrase) {
        this.phrase = phrase;
    }

    /**
     * The confusers of a typed phrase, some hundreds, the nearest first; each text once.
     *
     * @throws HearkenException as {@link SpokenPhrase#of}
     */
    public static List<Confuser> of(String phrase) {
        return of(SpokenPhrase.of(phrase));
    }

    /** The same for a phrase already read. */
    public static List<Confuser> of(SpokenPhrase phrase) {
        Confusers confusers = new Confusers(phrase);
        confusers.gather();
        return confusers.found.values().stream()
                .sorted(Comparator.comparingDouble(Confuser::distance).thenComparing(Confuser::text))
                .toList();
    }

    private void gather() {
        Vocabulary vocabulary = Vocabulary.english();
        LetterToSound reader = LetterToSound.english();
        InBetweens between = new InBetweens(phrase, pronouncer, vocabulary, reader);
        add(Kind.PART, between.parts());
        add(Kind.REORDERED, between.reordered());
        add(Kind.OTHER_ENDING, between.otherEndings());
        add(Kind.OTHER_BEGINNING, between.otherBeginnings());
        add(Kind.SWAPPED, between.swapped());
        int mostWords = phrase.words().size() + WORDS_MORE;
        for (Pronunciation way : pronouncer.ofWords(phrase.words())) {
            new SoundAlikes(way, vocabulary, mostWords)
                    .find()
                    .forEach(words -> add(Kind.SOUND_ALIKE, List.of(String.join(" ", words))));
        }
        InventedWords invented = new InventedWords(pronouncer, reader);
        for (String word : phrase.words()) {
            add(
                    Kind.INVENTED,
                    invented.near(word).stream()
                            .map(other -> exchanged(word, other))
                            .toList());
        }
    }

    private String exchanged(String word, String other) {
        return String.join(
                " ",
                phrase.words().stream()
                        .map(each -> each.equals(word) ? other : each)
                        .toList());
    }

    private void add(Kind kind, List<String> texts) {
        for (String text : texts) {
            if (!says(text) && !found.containsKey(text)) {
                found.put(text, new Confuser(text, pronouncer.within(text, phrase), kind));
            }
        }
    }

    /** Whether the phrase itself stands in a text. */
    private boolean says(String text) {
        return (" " + text + " ").contains(" " + phrase.text() + " ");
    }
}
