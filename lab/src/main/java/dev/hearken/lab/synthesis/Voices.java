package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import dev.hearken.store.database.Home;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The voices of the speech engines found on this machine that speak a language.
 *
 * @param all in the order of engines, then of their own lists
 */
public record Voices(List<Voice> all) {
    public Voices {
        all = List.copyOf(all);
    }

    /** Asks each engine for its English voices; see {@link #installed(VoiceSearch)}. */
    public static Voices installed(Home home) {
        return installed(VoiceSearch.of(home, Language.ENGLISH));
    }

    /** Asks each engine for its voices; takes about a second. An engine that fails has none. */
    public static Voices installed(VoiceSearch search) {
        return new Voices(Stream.of(
                        EspeakNg.installed(search),
                        Flite.installed(search),
                        Festival.installed(search),
                        Pico.installed(search),
                        PiperVoice.installed(search),
                        KokoroVoice.installed(search),
                        ElevenLabsVoice.installed(search),
                        search.commanded())
                .flatMap(List::stream)
                .toList());
    }

    /**
     * The voice of that id.
     *
     * @throws HearkenException {@code VOICE_NOT_FOUND}
     */
    public Voice named(String id) {
        return all.stream()
                .filter(voice -> voice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "VOICE_NOT_FOUND", "there is no voice '" + id + "'; hearken voices list --all shows all"));
    }

    /** The names of the engines that have a voice. */
    public Set<String> engines() {
        return all.stream().map(Voice::engine).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many different people seem to speak: see {@link Voice#speaker}. */
    public int distinctSpeakers() {
        return (int) all.stream().map(Voice::speaker).distinct().count();
    }

    /** What to type on Debian or Ubuntu for the free engines that are missing; empty if none is. */
    public Optional<String> advice() {
        Set<String> packages = new LinkedHashSet<>();
        if (!engines().contains(EspeakNg.ENGINE)) {
            packages.add("espeak-ng");
        }
        if (!engines().contains(Flite.ENGINE)) {
            packages.add("flite");
        }
        if (!engines().contains(Festival.ENGINE)) {
            packages.addAll(List.of("festival", "festvox-kdlpc16k", "festvox-us-slt-hts"));
        }
        Set<String> lines = new LinkedHashSet<>();
        if (!packages.isEmpty()) {
            lines.add("apt-get install " + String.join(" ", packages));
        }
        if (!engines().contains(Kokoro.ENGINE)) {
            lines.add("hearken voices fetch kokoro");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lines));
    }
}
