package dev.hearken.store.catalogue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been said, synthesized or by people, so that nothing need be said twice.
 *
 * <p>Safe for use by many threads, and by many processes on one home.
 *
 * @param sounds where the sounds of clips lie that are not files of the user's own
 */
public record Catalogue(Database database, ContentStore sounds, InstantSource clock) {
    /** SQLite takes 32,766 values in one statement, older ones 999. */
    private static final int VALUES_AT_A_TIME = 500;

    /** The catalogue of a home. */
    public static Catalogue of(Home home, Database database) {
        return new Catalogue(database, Shelf.SOUNDS.of(home), InstantSource.system());
    }

    /**
     * Keeps clips, all or none. One that is there already gets the sound and facts of the new one.
     *
     * @param clips their sounds are in the sound store or in files
     */
    public void keep(List<SpokenClip> clips) {
        if (!clips.isEmpty()) {
            database.change(handle -> new ClipTables(handle).insert(clips, clock.instant()));
        }
    }

    /** Those of these clips that are there. */
    public Map<ClipKey, SpokenClip> find(Collection<ClipKey> keys) {
        List<String> ids = keys.stream().map(ClipKey::id).distinct().toList();
        List<SpokenClip> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += VALUES_AT_A_TIME) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + VALUES_AT_A_TIME));
            found.addAll(database.read(handle -> new ClipTables(handle).withIds(some)));
        }
        Map<ClipKey, SpokenClip> clips = new HashMap<>();
        found.forEach(clip -> clips.put(clip.key(), clip));
        return clips;
    }

    /** All clips in which one of these texts' words are said and nothing else, however they are punctuated; in the order of ids. */
    public List<SpokenClip> saying(Collection<SpokenText> texts) {
        List<String> words = texts.stream().map(SpokenText::sha256).distinct().toList();
        List<SpokenClip> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from += VALUES_AT_A_TIME) {
            List<String> some = words.subList(from, Math.min(words.size(), from + VALUES_AT_A_TIME));
            found.addAll(database.read(handle -> new ClipTables(handle).saying(some)));
        }
        found.sort(Comparator.comparing(clip -> clip.key().id()));
        return found;
    }

    /**
     * Clips in which these words are said one after the other, among others or alone, in the order of their ids.
     *
     * @param most how many at most
     */
    public List<SpokenClip> containing(SpokenText text, int most) {
        String words = text.words().replace("%", "").replace("_", "");
        return database.read(handle -> new ClipTables(handle)
                .clips("' ' || words || ' ' LIKE ? ORDER BY id LIMIT ?", "% " + words + " %", most));
    }

    /**
     * The sound of a clip: of the sound store at its own rate, or the stretch of the file it lies in.
     *
     * @return empty if it is missing, damaged or not readable, so that it has to be made or found again
     */
    public Optional<Waveform> sound(SpokenClip clip) {
        return clip.span()
                .map(this::stretch)
                .orElseGet(() -> sounds.find(clip.sha256())
                        .flatMap(bytes -> waveform(AudioReader.standard().read(bytes))));
    }

    /** How much there is, by engine. */
    public List<Holdings> holdings() {
        return database.read(handle -> new ClipTables(handle).holdings());
    }

    private Optional<Waveform> stretch(FileSpan span) {
        return waveform(AudioReader.standard().read(span.file())).map(whole -> {
            int rate = whole.sampleRateHz();
            int start = (int) Math.min(whole.length(), Math.round(span.startSeconds() * rate));
            int end = (int) Math.min(whole.length(), Math.round(span.endSeconds() * rate));
            return whole.window(start, end);
        });
    }

    private static Optional<Waveform> waveform(Decoding decoding) {
        return decoding instanceof Decoded decoded ? Optional.of(decoded.waveform()) : Optional.empty();
    }
}
