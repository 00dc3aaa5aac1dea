package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.task.Label;
import dev.hearken.lab.synthesis.EngineShares;
import dev.hearken.lab.synthesis.LabelledSpeech;
import dev.hearken.lab.synthesis.Language;
import dev.hearken.lab.synthesis.SilenceTrim;
import dev.hearken.lab.synthesis.SpeakingRange;
import dev.hearken.lab.synthesis.SpeechOrder;
import dev.hearken.lab.synthesis.SpeechSession;
import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.lab.synthesis.Voice;
import dev.hearken.lab.synthesis.VoiceSearch;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.store.catalogue.ClipFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Has voices say what a project's labels stand for, and puts the clips into it, each with its voice as speaker. */
final class SynthesisWork implements JobWork {
    private static final int VOICES_AT_ONCE = 2;
    private static final long SEED = 1;

    private final WorkerStore store;

    SynthesisWork(WorkerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> run(JobContext context) {
        String project = store.project(context.job()).name();
        SynthesisRequest asked = SynthesisRequest.parse(context.job().request().settingsJson());
        List<Voice> voices = Voices.installed(VoiceSearch.of(store.home(), Language.parse(asked.language())))
                .all();
        if (voices.isEmpty()) {
            throw HearkenException.user("NO_VOICES", "no voice of this machine speaks " + asked.language());
        }
        ClipIntake intake = new ClipIntake(store, project);
        asked.texts().forEach((label, texts) -> {
            SpeechSession session = say(context, new Label(label), texts, asked.clips(), voices);
            session.clips().forEach(clip -> bring(intake, clip));
            session.skipCounts().forEach((reason, count) -> context.say(count + " clips were not said: " + reason));
        });
        return intake.tally();
    }

    private SpeechSession say(JobContext context, Label label, List<String> texts, int clips, List<Voice> voices) {
        SpeechOrder order =
                new SpeechOrder(label, texts, voices, EngineShares.STANDARD, SpeakingRange.STANDARD, clips, 0, SEED);
        try {
            return new SpeechStudio(store.catalogue(), VOICES_AT_ONCE).fill(order, SilenceTrim.STANDARD::trim, done -> {
                context.requireWanted();
                context.progress(Map.of("what", label.name(), "done", done, "of", clips));
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while voices were speaking");
        }
    }

    private static void bring(ClipIntake intake, LabelledSpeech clip) {
        Voice voice = clip.voice();
        ClipFacts facts = new ClipFacts(
                Optional.of(clip.label().name()),
                Optional.of(voice.speaker()),
                Optional.of("synthesized by " + voice.engine()),
                Optional.of(voice.licence()));
        intake.add(voice.id().replace('/', '-') + ".wav", WavWriter.toBytes(clip.waveform()), facts);
    }
}
