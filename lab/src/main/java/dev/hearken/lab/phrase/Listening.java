package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.alignment.FoundClips;
import dev.hearken.lab.alignment.PhraseSearch;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.Noise;
import dev.hearken.lab.augmentation.NoiseAtSnr;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.Surroundings;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.synthesis.SilenceTrim;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Hears all that was said, in many places, and what else there is to hear. */
record Listening(
        SpokenPhrase phrase, PhraseSettings settings, PhraseSources sources, PhraseProgress progress, Ear ear) {
    private static final int FOLDER_PASSES = 2;
    private static final int CONFUSER_PASSES = 2;
    private static final int JUDGED_CLIPS = 500;

    /** People record in rooms that are never silent. */
    private static final SilenceTrim AS_RECORDED = new SilenceTrim(25, 0.05);

    private static final int ENOUGH_HEARD = 1_000;
    private static final int MOST_PASSES = 50;
    private static final int TALKERS = 200;
    private static final Range BACKGROUND_SNR_DB = new Range(0, 30);
    private static final Range JUDGED_SNR_DB = new Range(10, 10);

    PhraseMaterial listen(Script script) {
        List<Waveform> talk = script.talk().stream().map(SaidClip::sound).toList();
        List<Waveform> noises = noises();
        Surroundings surroundings = new Surroundings(
                noises, talk.subList(0, Math.min(TALKERS, talk.size())), new SplittableRandom(settings.seed()));
        Hearing hearing = new Hearing(ear, new Placement(script.window(), talk), surroundings, settings.seed());
        List<SaidClip> judged = Script.spread(script.phrase(), JUDGED_CLIPS);
        String noise = SoundDigest.ofSounds(noises);
        EmbeddingCache cache = new EmbeddingCache(sources.cache());
        List<SaidClip> recordings = recordings();
        PhraseMaterial material = new PhraseMaterial(
                hearing.toLearn(script.phrase(), settings.passes()),
                hearing.toLearn(recordings, passes(recordings.size())),
                talk(script, hearing, cache, noise),
                background(surroundings, cache, noise),
                hearing.toJudge(judged, AugmentationChain.empty()),
                hearing.toJudge(
                        judged,
                        new NoiseAtSnr(
                                noises.isEmpty() ? Noise.Colour.PINK : new Noise.Recorded(noises), JUDGED_SNR_DB)),
                hearing.toJudge(recordings, AugmentationChain.empty()),
                hearing.disturbedToLearn(
                        script.confusersBeyond(settings.mixture().confuserDistance()), CONFUSER_PASSES),
                hearing.toJudge(script.confusers(), AugmentationChain.empty()));
        progress.note(cache.tally());
        return material;
    }

    /** Other speech by the same voices, once as it is and once disturbed; it serves every phrase, so it is kept clip by clip. */
    private List<EmbeddedSound> talk(Script script, Hearing hearing, EmbeddingCache cache, String noise) {
        List<Callable<EmbeddedSound>> work = new ArrayList<>();
        for (boolean disturbed : new boolean[] {false, true}) {
            for (SaidClip clip : script.talk()) {
                work.add(() -> {
                    String digest = SoundDigest.of(List.of(clip));
                    String how = disturbed ? "disturbed %s %s".formatted(noise, settings.seed()) : "clean";
                    return cache.get(
                                    EmbeddingCache.key(digest, how),
                                    () -> List.of(
                                            hearing.other(clip, disturbed, settings.seed() * 31 + digest.hashCode())))
                            .sounds()
                            .get(0);
                });
            }
        }
        return ear.all(work);
    }

    private Background background(Surroundings surroundings, EmbeddingCache cache, String noise) {
        Background background = pack();
        Background.Disturbance disturbance =
                new Background.Disturbance(surroundings.disturbance(BACKGROUND_SNR_DB), noise);
        for (SoundFolder folder : sources.speech()) {
            background =
                    background.with(Background.folder(folder, FOLDER_PASSES, disturbance, cache, ear, settings.seed()));
        }
        Background without = background.without(phrase.text());
        if (without.clean().isEmpty()) {
            throw HearkenException.user(
                    "NO_BACKGROUND",
                    "there is no sound without the phrase to learn from and to count false alarms in; give --speech DIR or keep the background in the box");
        }
        progress.note("%.1f h of natural sound without the phrase".formatted(without.cleanHours()));
        return without;
    }

    private Background pack() {
        if (sources.pack() instanceof PhraseSources.Pack.Folder other) {
            return BackgroundPack.read(other.folder());
        }
        return sources.pack() instanceof PhraseSources.Pack.InTheBox ? BackgroundPack.inTheBox() : Background.none();
    }

    /** People saying the phrase, each recording cut to what is said; those in which nothing, or too much, is said are left out. */
    private List<SaidClip> recordings() {
        List<SaidClip> recordings = new ArrayList<>();
        sources.recordings()
                .ifPresent(folder -> loaded(folder)
                        .map(clip -> new SaidClip(
                                AS_RECORDED.trim(clip.waveform()),
                                phrase.text(),
                                Background.group(clip.clip().recording())))
                        .forEach(recordings::add));
        sources.speech().stream().flatMap(this::saidIn).forEach(recordings::add);
        List<SaidClip> usable = recordings.stream()
                .filter(clip -> PhraseSpeech.isUsable(clip.sound()))
                .toList();
        if (usable.size() < recordings.size()) {
            progress.note("%d of %d recordings hold no phrase, or much more than one, and were left out"
                    .formatted(recordings.size() - usable.size(), recordings.size()));
        }
        return usable;
    }

    /** The phrase, cut out of natural speech whose transcripts tell that it is said. */
    private Stream<SaidClip> saidIn(SoundFolder folder) {
        PhraseSearch search = PhraseSearch.in(folder.recordings(), phrase);
        if (search.saying().isEmpty()) {
            return Stream.of();
        }
        FoundClips found = search.cut();
        progress.note("%s: the phrase is said in %d recordings; %d times cut out, %d recordings skipped"
                .formatted(
                        folder.name(),
                        search.saying().size(),
                        found.clips().size(),
                        found.skipped().size()));
        return found.clips().stream()
                .map(clip -> new SaidClip(
                        Resampler.resample(clip.waveform(), Ear.RATE_HZ),
                        phrase.text(),
                        Background.group(clip.source())));
    }

    /** How often to hear each of a few recordings, that they are not learned by heart. */
    private int passes(int recordings) {
        return recordings == 0 ? 1 : Math.max(settings.passes(), Math.min(MOST_PASSES, ENOUGH_HEARD / recordings));
    }

    private List<Waveform> noises() {
        return sources.noise().stream()
                .flatMap(Listening::loaded)
                .map(LoadedClip::waveform)
                .toList();
    }

    private static Stream<LoadedClip> loaded(SoundFolder folder) {
        return ClipLoader.at(Ear.RATE_HZ).load(folder.clips()).clips().stream();
    }
}
