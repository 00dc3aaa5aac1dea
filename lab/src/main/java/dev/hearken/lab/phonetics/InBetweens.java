package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that are half the phrase: parts of it, in the wrong order, with one word or half a word exchanged. */
final class InBetweens {
    private static final int MOST_ORDERS = 12;
    private static final int SWAPS = 12;
    private static final int OTHER_HALVES = 15;

    /** A half of fewer phones is no part of a word that anyone would notice. */
    private static final int LEAST_SHARED_PHONES = 2;

    private final List<String> words;
    private final Pronouncer pronouncer;
    private final Vocabulary vocabulary;
    private final LetterToSound reader;

    InBetweens(SpokenPhrase phrase, Pronouncer pronouncer, Vocabulary vocabulary, LetterToSound reader) {
        this.words = phrase.words();
        this.pronouncer = pronouncer;
        this.vocabulary = vocabulary;
        this.reader = reader;
    }

    /** Some of the words, and the phrase begun or ended within its last or first word. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                if (to - from < words.size()) {
                    parts.add(joined(words.subList(from, to)));
                }
            }
        }
        List<String> last = syllables(words.size() - 1);
        for (int cut = 1; cut < last.size(); cut++) {
            parts.add(with(words.size() - 1, String.join("", last.subList(0, cut))));
        }
        List<String> first = syllables(0);
        for (int cut = 1; cut < first.size(); cut++) {
            parts.add(with(0, String.join("", first.subList(cut, first.size()))));
        }
        return parts;
    }

    /** The words in other orders; the syllables of a single word. */
    List<String> reordered() {
        List<String> pieces = words.size() > 1 ? words : syllables(0);
        String between = words.size() > 1 ? " " : "";
        List<List<String>> orders = new ArrayList<>();
        for (int turn = 1; turn < pieces.size(); turn++) {
            List<String> turned = new ArrayList<>(pieces);
            Collections.rotate(turned, turn);
            orders.add(turned);
        }
        for (int left = 0; left + 1 < pieces.size(); left++) {
            List<String> swapped = new ArrayList<>(pieces);
            Collections.swap(swapped, left, left + 1);
            orders.add(swapped);
        }
        return orders.stream()
                .map(order -> String.join(between, order))
                .filter(text -> !text.equals(String.join(between, pieces)))
                .distinct()
                .limit(MOST_ORDERS)
                .toList();
    }

    /** Each of several words exchanged for the commonest ones with as many syllables. */
    List<String> swapped() {
        if (words.size() == 1) {
            return List.of();
        }
        return IntStream.range(0, words.size()).boxed().flatMap(this::swapped).toList();
    }

    private Stream<String> swapped(int index) {
        int syllables = pronouncer.ofWord(words.get(index)).get(0).syllables();
        return vocabulary.entries().stream()
                .filter(entry -> entry.pronunciation().syllables() == syllables)
                .map(Vocabulary.Entry::word)
                .filter(word -> !words.contains(word))
                .distinct()
                .limit(SWAPS)
                .map(word -> with(index, word));
    }

    /** Each word exchanged for the commonest that begin as it does. */
    List<String> otherEndings() {
        return otherHalves(
                (shared, other) -> other.size() >= shared.size()
                        && other.subList(0, shared.size()).equals(shared),
                true);
    }

    /** Each word exchanged for the commonest that end as it does. */
    List<String> otherBeginnings() {
        return otherHalves(
                (shared, other) -> other.size() >= shared.size()
                        && other.subList(other.size() - shared.size(), other.size())
                                .equals(shared),
                false);
    }

    private List<String> otherHalves(BiPredicate<List<Phone>, List<Phone>> shares, boolean first) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            String word = words.get(i);
            List<Phone> phones = pronouncer.ofWord(word).get(0).phones();
            int half = Math.max(LEAST_SHARED_PHONES, (phones.size() + 1) / 2);
            if (half < phones.size()) {
                List<Phone> shared =
                        first ? phones.subList(0, half) : phones.subList(phones.size() - half, phones.size());
                vocabulary.entries().stream()
                        .filter(entry ->
                                shares.test(shared, entry.pronunciation().phones()))
                        .map(Vocabulary.Entry::word)
                        .filter(other -> !other.equals(word))
                        .distinct()
                        .limit(OTHER_HALVES)
                        .forEach(other -> texts.add(with(index, other)));
            }
        }
        return texts;
    }

    private List<String> syllables(int index) {
        String word = words.get(index);
        return reader.align(word, pronouncer.ofWord(word).get(0))
                .map(Syllables::of)
                .orElse(List.of(word));
    }

    private String with(int index, String other) {
        List<String> changed = new ArrayList<>(words);
        changed.set(index, other);
        return joined(changed);
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
