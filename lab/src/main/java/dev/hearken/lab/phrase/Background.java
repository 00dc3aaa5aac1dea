package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.store.catalogue.SpokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sounds people and things made, embedded: as they are, and as other rooms and microphones would give them.
 *
 * @param clean as they are; false alarms are counted in these
 * @param disturbed to learn from only
 * @param credits whose they are
 */
record Background(List<EmbeddedSound> clean, List<EmbeddedSound> disturbed, List<Licence> credits) {
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
     * Sounds somebody brings along, heard {@code 1 + passes} times.
     *
     * @param disturbance of all passes but the first
     * @throws dev.hearken.core.HearkenException if they cannot be read
     */
    static Background folder(
            SoundFolder folder, int passes, Disturbance disturbance, EmbeddingCache cache, Ear ear, long seed) {
        List<LabelledClip> clips = folder.clips();
        String digest = DatasetDigest.of(clips);
        // Decoded when the first pass is not in the cache, and once for all that are not.
        Supplier<List<LoadedClip>> loaded =
                once(() -> ClipLoader.at(Ear.RATE_HZ).load(clips).clips());
        List<EmbeddedSound> clean = cache.get(
                        EmbeddingCache.key(digest, "clean"),
                        () -> heard(loaded.get(), AugmentationChain.empty(), ear, seed))
                .sounds();
        List<EmbeddedSound> disturbed = new ArrayList<>();
        for (int pass = 1; pass <= passes; pass++) {
            long drawn = seed * 31 + pass;
            disturbed.addAll(cache.get(
                            EmbeddingCache.key(digest, "disturbed %s %s".formatted(disturbance.noise(), drawn)),
                            () -> heard(loaded.get(), disturbance.augmentation(), ear, drawn))
                    .sounds());
        }
        return new Background(clean, disturbed, List.of(folder.credit()));
    }

    /**
     * What stands between sounds and the microphone.
     *
     * @param noise names the noises in it
     */
    record Disturbance(Augmentation augmentation, String noise) {}

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
        String wanted = spaced(phrase);
        return sounds.stream()
                .filter(sound -> sound.text().isBlank() || !spaced(sound.text()).contains(wanted))
                .toList();
    }

    private static String spaced(String text) {
        return " " + new SpokenText(text).words() + " ";
    }

    private static <T> Supplier<T> once(Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        return () -> {
            T known = result.get();
            if (known == null) {
                known = work.get();
                result.set(known);
            }
            return known;
        };
    }

    private static List<EmbeddedSound> heard(List<LoadedClip> clips, Augmentation disturbance, Ear ear, long seed) {
        List<Callable<EmbeddedSound>> work = IntStream.range(0, clips.size())
                .<Callable<EmbeddedSound>>mapToObj(i -> () -> {
                    LoadedClip clip = clips.get(i);
                    Waveform framed = Hearing.framed(clip.waveform());
                    Waveform heard = disturbance.apply(framed, new SplittableRandom(seed * 1_000_003 + i));
                    return new EmbeddedSound(
                            group(clip.clip().recording()),
                            clip.clip().recording().transcript().orElse(""),
                            ear.hear(heard));
                })
                .toList();
        return ear.all(work);
    }

    /** Whose voice it is, else the recording itself. */
    static String group(Recording recording) {
        return recording.group().orElse(String.valueOf(recording.file().getFileName()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
