package dev.hearken.lab.alignment;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.task.Label;
import dev.hearken.lab.alignment.Alignment.Aligned;
import dev.hearken.lab.alignment.Alignment.NotAligned;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.lab.phonetics.Pronouncer;
import dev.hearken.lab.phonetics.SpokenPhrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Natural recordings with transcripts, searched for a phrase.
 *
 * @param phrase what is looked for
 * @param saying the recordings whose transcripts hold the phrase as whole words
 * @param without those whose transcripts do not: negatives
 * @param unread those that have no transcript, or none in English letters, of which nothing can be said
 */
public record PhraseSearch(
        SpokenPhrase phrase, List<Recording> saying, List<Recording> without, List<Recording> unread) {
    private static final int SAMPLE_RATE_HZ = 16_000;

    /** So much sound stays before and behind a phrase: aligners err by a few hundredths of a second, and sounds begin softly. */
    private static final double MARGIN_SECONDS = 0.15;

    /** Who speaks fastest and slowest; what an aligner places otherwise it has not understood. */
    private static final double LEAST_SECONDS_PER_PHONE = 0.03;

    private static final double MOST_SECONDS_PER_PHONE = 0.3;

    public PhraseSearch {
        saying = List.copyOf(saying);
        without = List.copyOf(without);
        unread = List.copyOf(unread);
    }

    /** Looks through transcripts; no sound is read. */
    public static PhraseSearch in(List<Recording> recordings, SpokenPhrase phrase) {
        List<Recording> saying = new ArrayList<>();
        List<Recording> without = new ArrayList<>();
        List<Recording> unread = new ArrayList<>();
        for (Recording recording : recordings) {
            List<String> words = words(recording);
            List<Recording> kind = words.isEmpty() ? unread : says(words, phrase) ? saying : without;
            kind.add(recording);
        }
        return new PhraseSearch(phrase, saying, without, unread);
    }

    /** Cuts the phrase out of every recording that says it, with CMUSphinx's aligner. */
    public FoundClips cut() {
        if (saying.isEmpty()) {
            return new FoundClips(List.of(), List.of());
        }
        Set<String> words = saying.stream()
                .flatMap(recording -> words(recording).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        try (Aligner aligner = SphinxAligner.knowing(words)) {
            return cut(aligner);
        }
    }

    /** The same with another aligner. */
    public FoundClips cut(Aligner aligner) {
        LoadedClips loaded = ClipLoader.at(SAMPLE_RATE_HZ)
                .load(saying.stream()
                        .map(recording -> recording.labelled(new Label(phrase.text())))
                        .toList());
        List<NaturalClip> clips = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        loaded.rejected().forEach(rejected -> skipped.add(rejected.clip().recording() + ": " + rejected.detail()));
        for (LoadedClip clip : loaded.clips()) {
            Recording recording = clip.clip().recording();
            Alignment alignment = aligner.align(clip.waveform(), words(recording));
            if (alignment instanceof Aligned aligned) {
                List<NaturalClip> found = cut(clip, aligned.words());
                clips.addAll(found);
                if (found.isEmpty()) {
                    skipped.add(recording + ": the aligner did not place the phrase, or not credibly");
                }
            } else if (alignment instanceof NotAligned not) {
                skipped.add(recording + ": " + not.reason());
            }
        }
        return new FoundClips(clips, skipped);
    }

    /** Each place where the phrase's words stand one after the other. */
    private List<NaturalClip> cut(LoadedClip loaded, List<WordTime> times) {
        List<NaturalClip> clips = new ArrayList<>();
        int length = phrase.words().size();
        for (int from = 0; from + length <= times.size(); from++) {
            List<WordTime> stretch = times.subList(from, from + length);
            boolean said = stretch.stream().map(WordTime::word).toList().equals(phrase.words());
            if (said
                    && isLikely(stretch.get(length - 1).endSeconds()
                            - stretch.get(0).startSeconds())) {
                clips.add(clip(
                        loaded,
                        stretch.get(0).startSeconds(),
                        stretch.get(length - 1).endSeconds()));
            }
        }
        return clips;
    }

    private boolean isLikely(double seconds) {
        double each =
                seconds / Pronouncer.english().pronunciation(phrase.text()).length();
        return each >= LEAST_SECONDS_PER_PHONE && each <= MOST_SECONDS_PER_PHONE;
    }

    private NaturalClip clip(LoadedClip loaded, double startSeconds, double endSeconds) {
        Waveform whole = loaded.waveform();
        int from = (int) Math.max(0, Math.round((startSeconds - MARGIN_SECONDS) * whole.sampleRateHz()));
        int to = (int) Math.min(whole.length(), Math.round((endSeconds + MARGIN_SECONDS) * whole.sampleRateHz()));
        return new NaturalClip(
                phrase.text(),
                whole.window(from, Math.max(from, to)),
                loaded.clip().recording(),
                startSeconds,
                endSeconds);
    }

    /** What is said in a recording, word by word; nothing if that cannot be told. */
    private static List<String> words(Recording recording) {
        try {
            return recording.transcript().map(SpokenPhrase::words).orElse(List.of());
        } catch (HearkenException notEnglish) {
            return List.of();
        }
    }

    private static boolean says(List<String> words, SpokenPhrase phrase) {
        return Collections.indexOfSubList(words, phrase.words()) >= 0;
    }
}
