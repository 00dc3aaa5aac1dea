package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.Licence;
import dev.hearken.core.task.Label;
import dev.hearken.lab.phonetics.CarrierSentences;
import dev.hearken.lab.phonetics.Confuser;
import dev.hearken.lab.phonetics.PlainSentences;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.synthesis.EngineShares;
import dev.hearken.lab.synthesis.LabelledSpeech;
import dev.hearken.lab.synthesis.SilenceTrim;
import dev.hearken.lab.synthesis.SpeakingRange;
import dev.hearken.lab.synthesis.SpeechOrder;
import dev.hearken.lab.synthesis.SpeechSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Has the phrase said, what it could be taken for, and other things by the same voices. */
final class PhraseSpeech {
    private static final double SHORTEST_SECONDS = 0.15;
    private static final double LONGEST_SECONDS = 3;

    private final SpokenPhrase phrase;
    private final PhraseSettings settings;
    private final PhraseSources sources;
    private final PhraseProgress progress;
    private final List<SpeechSession> sessions = new ArrayList<>();

    PhraseSpeech(SpokenPhrase phrase, PhraseSettings settings, PhraseSources sources, PhraseProgress progress) {
        if (sources.voices().isEmpty()) {
            throw HearkenException.user(
                    "NO_VOICES", "there is no voice to say the phrase; install some: apt-get install espeak-ng flite");
        }
        this.phrase = phrase;
        this.settings = settings;
        this.sources = sources;
        this.progress = progress;
    }

    /** The phrase alone, as a question, an order, a call. */
    List<LabelledSpeech> phrase() {
        List<LabelledSpeech> clips =
                fill("phrase", CarrierSentences.alone(phrase), settings.clips(), settings.growth());
        List<LabelledSpeech> usable =
                clips.stream().filter(clip -> isUsable(clip.waveform())).toList();
        if (usable.size() < settings.clips() / 2) {
            throw HearkenException.user(
                    "PHRASE_NOT_SAID",
                    "the voices said '%s' only %d times out of %d: is it spelled as it is spoken?"
                            .formatted(phrase.text(), usable.size(), settings.clips()));
        }
        return usable;
    }

    /** Other things. */
    List<LabelledSpeech> sentences() {
        return fill("sentence", PlainSentences.without(phrase), settings.sentences(), settings.growth());
    }

    /** What sounds like the phrase. */
    List<LabelledSpeech> confusers(List<Confuser> confusers) {
        List<String> texts = confusers.stream().map(Confuser::text).toList();
        return texts.isEmpty() ? List.of() : fill("confuser", texts, settings.confusers(), 0);
    }

    /** How many clips came from the catalogue, and how many were said anew. */
    int reused() {
        return sessions.stream().mapToInt(session -> session.reused().clips()).sum();
    }

    int made() {
        return sessions.stream().mapToInt(SpeechSession::made).sum();
    }

    /** Which lines were not said, and why. */
    List<String> skips() {
        return sessions.stream()
                .flatMap(session -> session.skipCounts().entrySet().stream())
                .map(skip -> skip.getValue() + " clips were not said: " + skip.getKey())
                .toList();
    }

    /** The voices' terms. */
    static List<Licence> licences(List<LabelledSpeech> clips) {
        return clips.stream()
                .map(LabelledSpeech::voice)
                .map(voice -> new Licence(voice.engine() + " (synthesized speech)", voice.licence(), voice.engine()))
                .distinct()
                .sorted(Comparator.comparing(Licence::work).thenComparing(Licence::licence))
                .toList();
    }

    private List<LabelledSpeech> fill(String label, List<String> texts, int clips, int growth) {
        SpeechOrder order = new SpeechOrder(
                new Label(label),
                texts,
                sources.voices(),
                EngineShares.STANDARD,
                SpeakingRange.STANDARD,
                clips,
                Math.min(growth, clips),
                settings.seed());
        try {
            SpeechSession session = sources.studio()
                    .fill(order, PhraseSpeech::prepared, done -> progress.step(label + " clips", done, clips));
            sessions.add(session);
            return session.clips();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while voices were speaking");
        }
    }

    private static Waveform prepared(Waveform said) {
        return Resampler.resample(SilenceTrim.STANDARD.trim(said), Ear.RATE_HZ);
    }

    /** Whether a sound is neither too short nor too long to be a phrase. */
    static boolean isUsable(Waveform sound) {
        double seconds = sound.durationSeconds();
        return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS;
    }
}
