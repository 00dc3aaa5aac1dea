package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.Surrogate;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.dataset.RejectedClip;
import dev.hearken.lab.dataset.ValidationSplit;
import dev.hearken.lab.training.SurrogateExplanation;
import dev.hearken.store.database.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** A recipe at work on one folder of clips: trained into a model, or judged by a protocol. */
public final class RecipeRun {
    /** Clips a linear explanation of thirty features is fitted on; more would take longer and say the same. */
    private static final int EXPLAINED_CLIPS = 600;

    private final RecipeData data;
    private final Lessons lessons;
    private final RecipeTraining training;

    private RecipeRun(RecipeData data) {
        this.data = data;
        this.lessons = new Lessons(data);
        this.training = new RecipeTraining(data.recipe(), data.settings(), data.labels(), data.noises());
    }

    /**
     * Loads a folder's clips for a recipe, and has the synthetic voices say what the recipe wants to hear.
     *
     * @param home where synthesized clips are kept between runs
     * @throws dev.hearken.core.HearkenException if the folder cannot be learned from, saying why
     */
    public static RecipeRun open(Recipe recipe, Settings settings, ClipFolder data, Home home) {
        return new RecipeRun(RecipeData.open(recipe, settings, data, home));
    }

    /** What it was opened on. */
    public ClipFolder folder() {
        return data.folder();
    }

    /** The answers the recipe gives. */
    public LabelSet labels() {
        return data.labels();
    }

    /** The user's clips of these labels: those in memory, and those that could not be used. */
    public LoadedClips loaded() {
        return data.loaded();
    }

    /** Clips and background noises that could not be used, with reasons. */
    public List<RejectedClip> rejected() {
        return data.rejected();
    }

    /** What the synthetic voices contributed. */
    public SynthesizedClips synthesized() {
        return data.synthesized();
    }

    /** How many of the user's clips can be used. */
    public int size() {
        return loaded().clips().size();
    }

    /** The name of exactly the user's clips that can be used, those of no known class among them. */
    public String digest() {
        return data.digest();
    }

    /** Trains on all clips but those set aside to choose the epoch by. */
    public ModelFile train(Occasion occasion) {
        Fold fold = nothingLeftOut();
        return explained(train(fold, data.outsiders().clips(), loaded().labelled(), occasion), fold);
    }

    /**
     * Trains on the training part of a protocol's one fold, and writes into the model what it scored on the test part.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol would make more than one model
     */
    public ModelFile trainMeasured(Protocol protocol, Occasion occasion) {
        Fold fold = onlyFold(protocol);
        return measured(explained(train(fold, 0, occasion), fold), fold, protocol.word(), occasion);
    }

    /**
     * Trains as {@link #trainMeasured} or, without a protocol, as {@link #train} does, and writes into the model what it scored on the
     * validation part: to choose among settings, and leave the test part unheard until the choice is made.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol would make more than one model
     */
    public ModelFile trainValidated(Optional<Protocol> protocol, Occasion occasion) {
        Fold fold = protocol.map(this::onlyFold).orElseGet(this::nothingLeftOut);
        // Rehearsals learn from the validation clips too, and choose the epoch without them: here they must be kept
        // from both.
        List<LabelledClip> choosing = settings().calibrationFolds() == 0 ? fold.validation() : List.of();
        Fold judged = new Fold(fold.name(), fold.train(), choosing, fold.validation());
        String part = protocol.map(chosen -> chosen.word() + ", ").orElse("") + "validation part";
        return measured(train(judged, 0, occasion), judged, part, occasion);
    }

    /** The protocol's folds of the usable clips. */
    public List<Fold> folds(Protocol protocol) {
        return protocol.folds(
                loaded().labelled(), lessons.validation(), settings().seed());
    }

    /**
     * Trains one model a fold and scores each on the clips it never heard.
     *
     * @param occasions what surrounds the training of each fold
     */
    public Evaluation evaluate(Protocol protocol, Function<Fold, Occasion> occasions) {
        List<ModelScoring> scores = new ArrayList<>();
        List<Fold> folds = folds(protocol);
        for (int i = 0; i < folds.size(); i++) {
            Fold fold = folds.get(i);
            Occasion occasion = occasions.apply(fold);
            ModelScoring scoring = score(train(fold, i, occasion), fold, i);
            occasion.scored().accept(scoring);
            scores.add(scoring);
        }
        return ModelScoring.joined(scores).evaluate(labels());
    }

    /**
     * A model trained here, in 8 bits: judged as {@link #trainMeasured} judges it or, without a protocol, on the validation part.
     *
     * @param nanoTime a clock for latencies
     */
    public QuantizedModel quantized(ModelFile model, Optional<Protocol> protocol, LongSupplier nanoTime) {
        return QuantizedModel.of(model, protocol.map(this::partedBy).orElseGet(this::partedForValidation), nanoTime);
    }

    private QuantizedModel.Clips partedBy(Protocol protocol) {
        Fold fold = onlyFold(protocol);
        return QuantizedModel.Clips.of(loaded(), fold, data.outsiders().testing(fold, 0), protocol.word());
    }

    private QuantizedModel.Clips partedForValidation() {
        Fold fold = nothingLeftOut();
        String part = settings().calibrationFolds() == 0 ? "validation part" : "clips it learned from";
        return new QuantizedModel.Clips(
                loaded().select(fold.train()), loaded().select(fold.validation()), List.of(), part);
    }

    private Fold nothingLeftOut() {
        ValidationSplit.Parts parts =
                lessons.validation().divide(loaded().labelled(), settings().seed());
        return new Fold("nothing", parts.train(), parts.validation(), List.of());
    }

    /**
     * What a model answers to the clips it would be judged on: a protocol's test part or, without one, every clip.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol has no one test part
     */
    public List<ScoredClip> score(ModelFile model, Optional<Protocol> protocol) {
        List<LabelledClip> judged =
                protocol.map(chosen -> onlyFold(chosen).test()).orElseGet(loaded()::labelled);
        return ModelScoring.of(model, loaded().select(judged), List.of()).clips();
    }

    private Fold onlyFold(Protocol protocol) {
        return protocol.onlyFold(
                loaded().labelled(), lessons.validation(), settings().seed());
    }

    private ModelFile measured(ModelFile model, Fold judged, String word, Occasion occasion) {
        ModelScoring scoring = score(model, judged, 0);
        occasion.scored().accept(scoring);
        Evaluation measured = scoring.evaluate(labels());
        return model.withMetadata(model.metadata().withMetrics(measured.toJson(word)));
    }

    /** The model with words for its answers, where the recipe wants them and there are clips to find the words by. */
    private ModelFile explained(ModelFile model, Fold fold) {
        if (!data.recipe().explains() || fold.validation().isEmpty()) {
            return model;
        }
        Surrogate surrogate = SurrogateExplanation.fit(
                model, waveforms(fold.train(), EXPLAINED_CLIPS), waveforms(fold.validation(), EXPLAINED_CLIPS));
        return model.withMetadata(model.metadata().withSurrogate(surrogate));
    }

    /** Up to so many of the clips, spread over all of them. */
    private List<Waveform> waveforms(List<LabelledClip> clips, int most) {
        List<LoadedClip> usable = loaded().select(clips);
        int step = (usable.size() + most - 1) / most;
        return IntStream.range(0, usable.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> usable.get(i).waveform())
                .toList();
    }

    private ModelScoring score(ModelFile model, Fold fold, int index) {
        return ModelScoring.of(
                model, loaded().select(fold.test()), data.outsiders().testing(fold, index));
    }

    private ModelFile train(Fold fold, int index, Occasion occasion) {
        return train(fold, data.outsiders().learntBy(fold, index), fold.train(), occasion);
    }

    private ModelFile train(Fold fold, List<LoadedClip> unknown, List<LabelledClip> named, Occasion occasion) {
        List<LabelledClip> none = unknown.stream().map(LoadedClip::clip).toList();
        List<Licence> licences = synthesized().licences();
        String digest = DatasetDigest.of(named);
        if (settings().calibrationFolds() == 0) {
            Lesson lesson = lessons.judgedBy(new ValidationSplit.Parts(fold.train(), fold.validation()), none);
            return training.train(List.of(), lesson, licences, digest, occasion);
        }
        List<LabelledClip> all = new ArrayList<>(fold.train());
        all.addAll(fold.validation());
        return training.train(lessons.rehearsals(all, none), lessons.ofAll(all, none), licences, digest, occasion);
    }

    private Settings settings() {
        return data.settings();
    }
}
