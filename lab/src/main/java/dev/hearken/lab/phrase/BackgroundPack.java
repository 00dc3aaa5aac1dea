package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.Surroundings;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.SpeechFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A background to give away: what the ear made of openly licensed speech and sounds, with their credits.
 *
 * <p>No sound can be made of it again; it is 96 numbers for each 80 ms, rounded coarsely.
 */
public final class BackgroundPack {
    private static final String CLEAN = "background.hke";
    private static final String DISTURBED = "background-disturbed.hke";
    private static final String KIND = "sound";
    private static final int TALKERS = 200;
    private static final Range SNR_DB = new Range(0, 30);

    private BackgroundPack() {}

    /** Sounds of one origin. */
    public record Source(Path folder, Licence credit) {}

    /**
     * Hears all sounds and writes them.
     *
     * @param holdout what stays out, so that it can serve for tests
     * @param disturbedShare of the sounds that are kept a second time, as other rooms and microphones would give them
     * @return hours of sound kept as they are
     */
    public static double write(List<Source> sources, Holdout holdout, double disturbedShare, Path folder, long seed)
            throws IOException {
        List<LabelledClip> clips = sources.stream()
                .flatMap(source -> SpeechFolder.read(source.folder(), KIND).stream())
                .filter(clip -> !holdout.keepsOut(clip))
                .toList();
        List<LoadedClip> loaded = ClipLoader.at(Ear.RATE_HZ).load(clips).clips();
        SplittableRandom random = new SplittableRandom(seed);
        List<LoadedClip> chosen = loaded.stream()
                .filter(clip -> random.nextDouble() < disturbedShare)
                .toList();
        Surroundings surroundings = new Surroundings(
                List.of(),
                loaded.stream().limit(TALKERS).map(LoadedClip::waveform).toList(),
                new SplittableRandom(seed + 1));
        List<Licence> credits = sources.stream().map(Source::credit).toList();
        try (Ear ear = new Ear(PhraseProgress.silent())) {
            Background heard = Background.of(loaded, chosen, surroundings.disturbance(SNR_DB), ear, seed);
            write(folder.resolve(CLEAN), credits, heard.clean());
            write(folder.resolve(DISTURBED), credits, heard.disturbed());
            return heard.cleanHours();
        }
    }

    /** The pack in a folder. */
    static Background read(Path folder) {
        return read(name -> Files.newInputStream(folder.resolve(name)));
    }

    /** The pack in the box; docs/phrase.md says what is in it. */
    static Background inTheBox() {
        return read(name -> Objects.requireNonNull(BackgroundPack.class.getResourceAsStream(name), name));
    }

    /** Where a pack's files come from. */
    private interface Opener {
        InputStream open(String name) throws IOException;
    }

    private static Background read(Opener opener) {
        try (InputStream clean = opener.open(CLEAN);
                InputStream disturbed = opener.open(DISTURBED)) {
            EmbeddingFile asTheyAre = EmbeddingFile.read(clean);
            if (!asTheyAre.backbone().equals(Ear.EMBEDDING.weights().digest())) {
                throw HearkenException.user(
                        "BACKGROUND_OF_ANOTHER_BACKBONE",
                        "the background was heard through another backbone; make it anew: hearken phrase pack");
            }
            return new Background(
                    asTheyAre.sounds(), EmbeddingFile.read(disturbed).sounds(), asTheyAre.credits());
        } catch (IOException unreadable) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "BACKGROUND_UNREADABLE",
                    "the background cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static void write(Path file, List<Licence> credits, List<EmbeddedSound> sounds) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new EmbeddingFile(Ear.EMBEDDING.weights().digest(), credits, sounds).write(out);
        }
    }
}
