package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ClipKey;
import dev.hearken.store.catalogue.SpokenClip;
import dev.hearken.store.catalogue.SpokenText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the catalogue names what a voice says. */
final class SpeechKey {
    private static final Pattern SETTINGS = Pattern.compile("pitch=(\\S+) rate=(\\S+) version=(.*)");

    private SpeechKey() {}

    static ClipKey of(Voice voice, Utterance utterance) {
        return new ClipKey(
                new SpokenText(utterance.text()),
                voice.engine(),
                voice.id(),
                String.format(
                        Locale.ROOT,
                        "pitch=%.2f rate=%.2f version=%s",
                        utterance.pitch(),
                        utterance.rate(),
                        voice.engineVersion()));
    }

    /** What was asked of the voice for this clip; empty if another voice or version of it said it. */
    static Optional<Utterance> utterance(Voice voice, ClipKey key) {
        Matcher settings = SETTINGS.matcher(key.settings());
        if (!key.voice().equals(voice.id())
                || !settings.matches()
                || !settings.group(3).equals(voice.engineVersion())) {
            return Optional.empty();
        }
        return Optional.of(new Utterance(
                key.text().text(), Double.parseDouble(settings.group(2)), Double.parseDouble(settings.group(1))));
    }

    static SpokenClip clip(Voice voice, Utterance utterance, Waveform waveform, String sha256) {
        return new SpokenClip(
                of(voice, utterance),
                voice.speaker(),
                voice.language(),
                voice.licence(),
                sha256,
                Optional.empty(),
                waveform.durationSeconds(),
                waveform.sampleRateHz());
    }
}
