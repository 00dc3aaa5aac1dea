package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.lab.phonetics.PhraseAdvisor;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.synthesis.Language;
import dev.hearken.lab.synthesis.Utterance;
import dev.hearken.lab.synthesis.Voice;
import dev.hearken.lab.synthesis.VoiceSearch;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.server.SpeechDesk;
import dev.hearken.store.database.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The voices of this machine, for a server's users. */
final class InstalledSpeech implements SpeechDesk {
    private final Home home;

    /** Those that were listed: looking for voices takes a second, which nobody waits for who has just seen the list. */
    private final Map<String, Voice> listed = new ConcurrentHashMap<>();

    InstalledSpeech(Home home) {
        this.home = home;
    }

    @Override
    public String spelled(String phrase) {
        return SpokenPhrase.of(phrase).text();
    }

    @Override
    public String advise(String phrase) {
        return Json.of(PhraseAdvisor.on(phrase).toJson());
    }

    @Override
    public List<SpeakingVoice> voices(String language) {
        List<Voice> found = find(Language.parse(language)).all();
        found.forEach(voice -> listed.put(voice.id(), voice));
        return found.stream()
                .map(voice -> new SpeakingVoice(
                        voice.id(), voice.engine(), voice.speaker(), voice.language(), voice.licence()))
                .toList();
    }

    @Override
    public byte[] say(String voice, String text) {
        Voice speaking = Optional.ofNullable(listed.get(voice))
                .orElseGet(() -> find(Language.ENGLISH).named(voice));
        try {
            return WavWriter.toBytes(speaking.heard(Utterance.of(text)));
        } catch (IllegalArgumentException unspeakable) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "UTTERANCE_INVALID",
                    String.valueOf(unspeakable.getMessage()),
                    unspeakable);
        }
    }

    private Voices find(Language language) {
        return Voices.installed(VoiceSearch.of(home, language));
    }
}
