package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.SpeechFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Sounds people and things made, embedded: as they are, and as other rooms and microphones would give them.
 *
 * @param clean as they are; false alarms are counted in these
 * @param disturbed to learn from only
 * @param credits whose they are
 */
record Background(List<EmbeddedSound> clean, List<EmbeddedSound> disturbed, List<Licence> credits) {
    private static final String KIND = "speech";

    /** The columns in which collections keep what is said. */
    private static final List<String> TRANSCRIPTS = List.of("text", "transcription", "sentence", "transcript");

    Background {
        clean = List.copyOf(clean);
        disturbed = List.copyOf(disturbed);
        credits = List.copyOf(credits);
    }

    /** Nothing yet. */
    static Background none() {
        return new Background(List.of(), List.of(), List.of());
    }

    /**
     * What lies in a folder, heard {@code 1 + passes} times.
     *
     * @param disturbance what stands between the sounds and the microphone in all passes but the first
     * @throws dev.hearken.core.HearkenException if the folder cannot be read or holds no audio
     */
    static Background folder(
            Path folder, int passes, Augmentation disturbance, EmbeddingCache cache, Ear ear, long seed) {
        List<LabelledClip> clips = SpeechFolder.read(folder, KIND);
        String digest = digest(clips);
        Licence credit = new Licence(
                String.valueOf(folder.toAbsolutePath().getFileName()), "as its owner allows", "the folder's owner");
        List<EmbeddedSound> clean = cache.get(
                        EmbeddingCache.key(digest, "clean"),
                        () -> heard(load(clips), AugmentationChain.empty(), ear, seed))
                .sounds();
        List<EmbeddedSound> disturbed = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            long drawn = seed * 31 + pass;
            disturbed.addAll(cache.get(
                            EmbeddingCache.key(digest, "disturbed " + drawn),
                            () -> heard(load(clips), disturbance, ear, drawn))
                    .sounds());
        }
        return new Background(clean, disturbed, List.of(credit));
    }

    /** What the ear makes of some sounds, and of some of them disturbed. */
    static Background of(
            List<LoadedClip> clean, List<LoadedClip> disturbed, Augmentation disturbance, Ear ear, long seed) {
        return new Background(
                heard(clean, AugmentationChain.empty(), ear, seed),
                heard(disturbed, disturbance, ear, seed),
                List.of());
    }

    /** Both together. */
    Background with(Background more) {
        return new Background(
                joined(clean, more.clean), joined(disturbed, more.disturbed), joined(credits, more.credits));
    }

    /** Without the sounds in which, as far as is known, the phrase is said. */
    Background without(String phrase) {
        return new Background(unsaid(clean, phrase), unsaid(disturbed, phrase), credits);
    }

    double cleanHours() {
        return clean.stream().mapToDouble(EmbeddedSound::seconds).sum() / 3600;
    }

    private static List<EmbeddedSound> unsaid(List<EmbeddedSound> sounds, String phrase) {
        String words = " " + words(phrase) + " ";
        return sounds.stream()
                .filter(sound -> !(" " + words(sound.text()) + " ").contains(words))
                .toList();
    }

    private static String words(String text) {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}']+", " ")
                .strip();
    }

    private static List<LoadedClip> load(List<LabelledClip> clips) {
        return ClipLoader.at(Ear.RATE_HZ).load(clips).clips();
    }

    private static List<EmbeddedSound> heard(List<LoadedClip> clips, Augmentation disturbance, Ear ear, long seed) {
        List<Callable<EmbeddedSound>> work = IntStream.range(0, clips.size())
                .<Callable<EmbeddedSound>>mapToObj(i -> () -> {
                    LoadedClip clip = clips.get(i);
                    Waveform framed = Hearing.framed(clip.waveform());
                    Waveform heard = disturbance.apply(framed, new SplittableRandom(seed * 1_000_003 + i));
                    return new EmbeddedSound(group(clip.clip()), text(clip.clip()), ear.hear(heard));
                })
                .toList();
        return ear.all(work);
    }

    private static String digest(List<LabelledClip> clips) {
        try {
            return DatasetDigest.of(clips);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String group(LabelledClip clip) {
        return clip.group().orElse(String.valueOf(clip.file().getFileName()));
    }

    /** What is said in a clip, where its folder tells. */
    private static String text(LabelledClip clip) {
        return TRANSCRIPTS.stream()
                .map(column -> clip.attributes().getOrDefault(column, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
