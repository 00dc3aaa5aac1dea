package dev.hearken.lab.phonetics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everyday sentences and words for voices to say, in which a phrase does not occur: what a detector must stay silent for. */
public final class PlainSentences {
    private PlainSentences() {}

    /** Sentences and single words, none of which has a stretch nearer to the phrase than {@link Confusers#NEAR}. */
    public static List<String> without(SpokenPhrase phrase) {
        Pronouncer pronouncer = Pronouncer.english();
        return Stream.concat(sentences().stream(), words().stream())
                .filter(text -> pronouncer.within(text, phrase) >= Confusers.NEAR)
                .toList();
    }

    /** All sentences. */
    static List<String> sentences() {
        return lines("sentences.txt");
    }

    /** All single words. */
    static List<String> words() {
        return lines("words.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .distinct()
                .toList();
    }

    /** The lines of a resource of this room. */
    static List<String> lines(String resource) {
        try (InputStream in = PlainSentences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
