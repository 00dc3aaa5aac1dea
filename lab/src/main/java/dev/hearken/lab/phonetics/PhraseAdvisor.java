package dev.hearken.lab.phonetics;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.phonetics.Confuser.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Advises on a phrase before a detector is trained for it.
 *
 * <p>The outlook is a rule of thumb: length, syllables, how often the phrase is said without being meant, and how often something like it
 * is. Its limits follow what makers of such detectors recommend to their users (six phones at least, more are better; nothing that
 * is said every day); they are not calibrated on measured detectors.
 */
public final class PhraseAdvisor {
    /** What is nearer is taken for the phrase now and then, whatever the detector. */
    public static final double ALIKE = 1;

    /** An hour of steady talk, 150 words a minute. */
    private static final double WORDS_PER_HOUR = 9_000;

    private static final int MOST_CONFUSIONS = 10;
    private static final int MOST_VARIANTS = 3;

    /** What nobody says by chance does not need counting. */
    private static final Set<Kind> SAID =
            EnumSet.of(Kind.SOUND_ALIKE, Kind.OTHER_ENDING, Kind.OTHER_BEGINNING, Kind.SWAPPED);

    private static final List<String> FRAMES = List.of("hey %s", "okay %s", "hello %s", "%s listen");

    private PhraseAdvisor() {}

    /**
     * Advice on a typed phrase; takes a few seconds for the first, then about one.
     *
     * @throws HearkenException as {@link SpokenPhrase#of}
     */
    public static PhraseAdvice on(String typed) {
        SpokenPhrase phrase = SpokenPhrase.of(typed);
        PhraseAdvice advice = judge(phrase);
        return new PhraseAdvice(
                phrase,
                advice.pronunciations(),
                advice.perHour(),
                advice.alikePerHour(),
                advice.confusions(),
                advice.outlook(),
                advice.remarks(),
                betterVariants(advice));
    }

    private static PhraseAdvice judge(SpokenPhrase phrase) {
        List<Pronunciation> ways = Pronouncer.english().ofWords(phrase.words());
        List<Confusion> said = Confusers.of(phrase).stream()
                .filter(confuser -> SAID.contains(confuser.kind()) && confuser.distance() < Confusers.NEAR)
                .map(confuser ->
                        new Confusion(confuser, perHour(List.of(confuser.text().split(" ", -1)))))
                .sorted(Comparator.comparingDouble(Confusion::perHour).reversed())
                .toList();
        double alikePerHour = said.stream()
                .filter(confusion -> confusion.confuser().distance() < ALIKE)
                .mapToDouble(Confusion::perHour)
                .sum();
        double perHour = perHour(phrase.words());
        List<Remark> remarks = remarks(phrase, ways.get(0), perHour, alikePerHour);
        return new PhraseAdvice(
                phrase,
                ways,
                perHour,
                alikePerHour,
                said.stream().limit(MOST_CONFUSIONS).toList(),
                remarks.stream().map(Remark::outlook).reduce(Outlook.GOOD, Outlook::and),
                remarks,
                List.of());
    }

    private static List<Remark> remarks(SpokenPhrase phrase, Pronunciation usual, double perHour, double alikePerHour) {
        List<Remark> remarks = new ArrayList<>();
        remarks.addAll(Limit.SHORT.exceeded(usual.length()));
        remarks.addAll(Limit.FEW_SYLLABLES.exceeded(usual.syllables()));
        remarks.addAll(Limit.LONG.exceeded(usual.length()));
        remarks.addAll(Limit.COMMON.exceeded(perHour));
        remarks.addAll(Limit.ALIKE.exceeded(alikePerHour));
        phrase.words().stream()
                .filter(word ->
                        PronunciationDictionary.english().pronunciations(word).isEmpty())
                .map(word -> new Remark(
                        Remark.Code.GUESSED_PRONUNCIATION,
                        Outlook.GOOD,
                        "\"%s\" is in no dictionary and read as %s; if that is wrong, spell it as it sounds"
                                .formatted(
                                        word, Pronouncer.english().ofWord(word).get(0))))
                .forEach(remarks::add);
        return remarks;
    }

    /** Phrases around this one that are better, the best first. */
    private static List<String> betterVariants(PhraseAdvice advice) {
        if (advice.outlook() == Outlook.GOOD) {
            return List.of();
        }
        return FRAMES.stream()
                .map(frame -> frame.formatted(advice.phrase().text()))
                .flatMap(text -> judged(text))
                .filter(variant -> variant.outlook().compareTo(advice.outlook()) < 0)
                .sorted(Comparator.comparing(PhraseAdvice::outlook).thenComparing(PhraseAdvice::alikePerHour))
                .limit(MOST_VARIANTS)
                .map(variant -> variant.phrase().text())
                .toList();
    }

    /** A variant may have a word too many, or repeat the one it frames. */
    private static Stream<PhraseAdvice> judged(String text) {
        List<String> words = SpokenPhrase.words(text);
        boolean repeats = words.stream().distinct().count() < words.size();
        return repeats || words.size() > SpokenPhrase.MOST_WORDS
                ? Stream.of()
                : Stream.of(judge(new SpokenPhrase(words)));
    }

    private static double perHour(List<String> words) {
        return WORDS_PER_HOUR * WordCommonness.english().probability(words);
    }
}
