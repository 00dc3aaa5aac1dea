package dev.hearken.lab.phonetics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Real words, alone and one after another, that sound much like a phrase: {@code commuter} and {@code come pewter}.
 *
 * <p>The distance of every word from every stretch of the phrase is worked out; then stretches are joined from left to right, and at each
 * place the best beginnings at every distance are kept.
 */
final class SoundAlikes {
    private static final int WORDS_A_STRETCH = 4;
    private static final int BEGINNINGS = 16;

    /** A stretch may be so much longer than the word that stands for it. */
    private static final int SLACK_PHONES = 2;

    /** A word ten times rarer stands behind one so much nearer. */
    private static final double RARITY = 0.1;

    /** Fewer words are likelier to be said than many. */
    private static final double A_WORD_MORE = 0.4;

    private final List<Phone> phrase;
    private final Vocabulary vocabulary;
    private final int mostWords;

    /** Looks for stand-ins of at most {@code mostWords} words. */
    SoundAlikes(Pronunciation phrase, Vocabulary vocabulary, int mostWords) {
        this.phrase = phrase.phones();
        this.vocabulary = vocabulary;
        this.mostWords = mostWords;
    }

    /** The sequences of words found, the nearest first. */
    List<List<String>> find() {
        int length = phrase.size();
        List<List<Bands<String>>> stretches = IntStream.range(0, length)
                .mapToObj(start -> stretchesFrom(start))
                .toList();
        List<Bands<List<String>>> beginnings = Stream.generate(() -> new Bands<List<String>>(BEGINNINGS))
                .limit(length + 1L)
                .toList();
        beginnings.get(0).add(List.of(), 0, 0);
        for (int from = 0; from < length; from++) {
            for (int to = from + 1; to <= length; to++) {
                join(beginnings.get(from), stretches.get(from).get(to - from - 1), beginnings.get(to));
            }
        }
        return beginnings.get(length).kept().stream().map(Bands.Ranked::item).toList();
    }

    private void join(Bands<List<String>> beginnings, Bands<String> words, Bands<List<String>> longer) {
        for (Bands.Ranked<List<String>> beginning : beginnings.kept()) {
            for (Bands.Ranked<String> word : words.kept()) {
                double distance = beginning.distance() + word.distance();
                double rank = beginning.rank() + word.rank();
                if (beginning.item().size() < mostWords && longer.wants(distance, rank)) {
                    longer.add(
                            Stream.concat(beginning.item().stream(), Stream.of(word.item()))
                                    .toList(),
                            distance,
                            rank);
                }
            }
        }
    }

    /** The words nearest to the stretches that begin at {@code start}, by their length less 1. */
    private List<Bands<String>> stretchesFrom(int start) {
        List<Bands<String>> stretches = Stream.generate(() -> new Bands<String>(WORDS_A_STRETCH))
                .limit((long) phrase.size() - start)
                .toList();
        for (Vocabulary.Entry entry : vocabulary.entries()) {
            int longest = Math.min(stretches.size(), entry.pronunciation().length() + SLACK_PHONES);
            double[] distances = distances(entry.pronunciation().phones(), phrase.subList(start, start + longest));
            for (int length = 1; length <= longest; length++) {
                double rank = distances[length] + RARITY * entry.rarity() + A_WORD_MORE;
                stretches.get(length - 1).add(entry.word(), distances[length], rank);
            }
        }
        return stretches;
    }

    /** How far a word is from the beginning of a stretch, by how many phones that has: {@link PhoneDistance#between}, all at once. */
    private static double[] distances(List<Phone> word, List<Phone> stretch) {
        double[] row = new double[stretch.size() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = row[j - 1] + PhoneDistance.gap(stretch.get(j - 1));
        }
        for (Phone phone : word) {
            row = PhoneDistance.next(row, phone, stretch, false);
        }
        return row;
    }
}
