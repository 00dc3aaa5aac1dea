package dev.hearken.lab.phrase;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.training.DetectorScoring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a detector of a typed phrase: has it said, listens to it in many places, learns, judges, exports.
 *
 * <p>docs/phrase.md tells what each part is worth.
 */
public final class PhraseTraining {
    /** The task of all detectors of typed phrases. */
    public static final String TASK = "phrase";

    private final SpokenPhrase phrase;
    private final PhraseSettings settings;
    private final PhraseSources sources;
    private final PhraseProgress progress;
    private final InstantSource clock;
    private final Map<PhraseProgress.Stage, Double> seconds = new EnumMap<>(PhraseProgress.Stage.class);

    /** @param clock times the stages and dates the model */
    public PhraseTraining(
            SpokenPhrase phrase,
            PhraseSettings settings,
            PhraseSources sources,
            PhraseProgress progress,
            InstantSource clock) {
        this.phrase = phrase;
        this.settings = settings;
        this.sources = sources;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Makes the detector.
     *
     * @throws dev.hearken.core.HearkenException if there are no voices or no background, or the phrase cannot be said
     */
    public TrainedPhrase train() {
        PhraseSpeech speech = new PhraseSpeech(phrase, settings, sources, progress);
        try (Ear ear = new Ear(progress)) {
            Script script = timed(PhraseProgress.Stage.SPEAK, () -> Script.spoken(phrase, speech));
            progress.note(
                    "%d clips said, %d of them before".formatted(speech.made() + speech.reused(), speech.reused()));
            speech.skips().forEach(progress::note);
            Listening listening = new Listening(phrase, settings, sources, progress, ear);
            int window = script.window();
            PhraseMaterial material = timed(PhraseProgress.Stage.LISTEN, () -> listening.listen(script));
            Folds folds = new Folds(settings.training().folds());
            HeadTraining training = new HeadTraining(settings, folds, progress);
            DetectorScoring scoring = timed(PhraseProgress.Stage.LEARN, () -> training.train(material, window));
            DetectionRule rule = DetectionRule.standard(Ear.RATE_HZ, script.usualSamples());
            Judge judge = new Judge(rule, folds, settings.falseAlarmsPerHour());
            Judgement judgement = timed(PhraseProgress.Stage.MEASURE, () -> judge.judge(scoring, material));
            Optional<Judgement> without = material.recordings().isEmpty()
                    ? Optional.empty()
                    : Optional.of(judge.judge(training.train(material.withoutRecordings(), window), material));
            PhraseExport export = new PhraseExport(phrase, settings, rule, clock.instant());
            ModelFile model = timed(
                    PhraseProgress.Stage.EXPORT,
                    () -> export.export(scoring, judgement, script, material.background()));
            return new TrainedPhrase(model, judgement, without, Map.copyOf(seconds), speech.made(), speech.reused());
        }
    }

    private <T> T timed(PhraseProgress.Stage stage, Supplier<T> work) {
        progress.began(stage);
        Instant start = clock.instant();
        T result = work.get();
        seconds.put(stage, Duration.between(start, clock.instant()).toMillis() / 1e3);
        return result;
    }
}
