package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.Surrogate;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.CrossFit;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.dataset.RejectedClip;
import dev.hearken.lab.dataset.Trainability;
import dev.hearken.lab.dataset.ValidationSplit;
import dev.hearken.lab.training.SurrogateExplanation;
import dev.hearken.lab.training.TrainingClip;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A recipe at work on one folder of clips: trained into a model, or judged by a protocol. */
public final class RecipeRun {
    /** So many groups that a tenth of them tells how a model does on groups it never met. */
    private static final int GROUPS_TO_VALIDATE_BY = 10;

    /** Clips a linear explanation of thirty features is fitted on; more would take longer and say the same. */
    private static final int EXPLAINED_CLIPS = 600;

    private final Recipe recipe;
    private final Settings settings;
    private final ClipFolder folder;
    private final LabelSet labels;
    private final LoadedClips loaded;
    private final Outsiders outsiders;
    private final SynthesizedClips synthesized;
    private final RecipeTraining training;
    private final Map<LabelledClip, TrainingClip> own = new LinkedHashMap<>();
    private final List<TrainingClip> spoken;

    private RecipeRun(
            Recipe recipe,
            Settings settings,
            ClipFolder folder,
            LabelSet labels,
            LoadedClips loaded,
            Outsiders outsiders,
            SynthesizedClips synthesized) {
        this.recipe = recipe;
        this.settings = settings;
        this.folder = folder;
        this.labels = labels;
        this.loaded = loaded;
        this.outsiders = outsiders;
        this.synthesized = synthesized;
        this.training = new RecipeTraining(recipe, settings, labels);
        loaded.clips()
                .forEach(clip ->
                        number(clip, labels.indexOf(clip.clip().label()), recipe.certainty(clip.clip(), settings)));
        outsiders.clips().forEach(clip -> number(clip, labels.size(), 1));
        this.spoken = synthesized.at(rate(recipe, settings), labels, own.size());
    }

    private void number(LoadedClip clip, int label, float certainty) {
        own.put(clip.clip(), new TrainingClip(own.size(), clip.waveform(), label, certainty));
    }

    private static int rate(Recipe recipe, Settings settings) {
        return recipe.plan(settings, 1).frontEnd().sampleRateHz();
    }

    /**
     * Loads a folder's clips for a recipe, and has the synthetic voices say what the recipe wants to hear.
     *
     * @param home where synthesized clips are kept between runs
     * @throws dev.hearken.core.HearkenException if the folder cannot be learned from, saying why
     */
    public static RecipeRun open(Recipe recipe, Settings settings, ClipFolder data, Home home) {
        RecipeClips clips = RecipeClips.of(recipe, settings, data);
        ClipLoader loader = ClipLoader.at(rate(recipe, settings));
        LoadedClips loaded = loader.load(clips.clips());
        Trainability.requireSeveralGroups(Trainability.require(loaded.labelled()));
        Outsiders outsiders = new Outsiders(
                settings.openSet() ? loader.load(clips.outsiders()).clips() : List.of());
        return new RecipeRun(
                recipe,
                settings.windowSeconds() > 0 ? settings : settings.with("window_seconds=" + loaded.usualSeconds()),
                data,
                clips.labels(),
                loaded,
                outsiders,
                SynthesizedClips.speak(recipe, settings, clips.labels(), home));
    }

    /** What it was opened on. */
    public ClipFolder folder() {
        return folder;
    }

    /** The answers the recipe gives. */
    public LabelSet labels() {
        return labels;
    }

    /** The user's clips of these labels: those in memory, and those that could not be used. */
    public LoadedClips loaded() {
        return loaded;
    }

    /** Clips that could not be used, with reasons. */
    public List<RejectedClip> rejected() {
        return loaded.rejected();
    }

    /** What the synthetic voices contributed. */
    public SynthesizedClips synthesized() {
        return synthesized;
    }

    /** How many of the user's clips can be used. */
    public int size() {
        return loaded.clips().size();
    }

    /** The name of exactly the user's clips that can be used, those of no known class among them, as {@link DatasetDigest} gives it. */
    public String digest() {
        List<LabelledClip> all = new ArrayList<>(loaded.labelled());
        outsiders.clips().forEach(clip -> all.add(clip.clip()));
        return digest(all);
    }

    /** Trains on all clips but those set aside to choose the epoch by. */
    public ModelFile train(Occasion occasion) {
        Fold fold = nothingLeftOut();
        return explained(train(fold, outsiders.clips(), loaded.labelled(), occasion), fold);
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
        List<LabelledClip> choosing = settings.calibrationFolds() == 0 ? fold.validation() : List.of();
        Fold judged = new Fold(fold.name(), fold.train(), choosing, fold.validation());
        String part = protocol.map(chosen -> chosen.word() + ", ").orElse("") + "validation part";
        return measured(train(judged, 0, occasion), judged, part, occasion);
    }

    /** The protocol's folds of the usable clips. */
    public List<Fold> folds(Protocol protocol) {
        return protocol.folds(loaded.labelled(), validation(), settings.seed());
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
        return ModelScoring.joined(scores).evaluate(labels);
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
        return QuantizedModel.Clips.of(loaded, fold, outsiders.testing(fold, 0), protocol.word());
    }

    private QuantizedModel.Clips partedForValidation() {
        Fold fold = nothingLeftOut();
        String part = settings.calibrationFolds() == 0 ? "validation part" : "clips it learned from";
        return new QuantizedModel.Clips(loaded.select(fold.train()), loaded.select(fold.validation()), List.of(), part);
    }

    private Fold nothingLeftOut() {
        ValidationSplit.Parts parts = validation().divide(loaded.labelled(), settings.seed());
        return new Fold("nothing", parts.train(), parts.validation(), List.of());
    }

    /**
     * What a model answers to the clips it would be judged on: a protocol's test part or, without one, every clip.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol has no one test part
     */
    public List<ScoredClip> score(ModelFile model, Optional<Protocol> protocol) {
        List<LabelledClip> judged =
                protocol.map(chosen -> onlyFold(chosen).test()).orElseGet(loaded::labelled);
        return ModelScoring.of(model, loaded.select(judged), List.of()).clips();
    }

    private Fold onlyFold(Protocol protocol) {
        return protocol.onlyFold(loaded.labelled(), validation(), settings.seed());
    }

    private ModelFile measured(ModelFile model, Fold judged, String word, Occasion occasion) {
        ModelScoring scoring = score(model, judged, 0);
        occasion.scored().accept(scoring);
        Evaluation measured = scoring.evaluate(labels);
        return model.withMetadata(model.metadata().withMetrics(measured.toJson(word)));
    }

    /** The model with words for its answers, where the recipe wants them and there are clips to find the words by. */
    private ModelFile explained(ModelFile model, Fold fold) {
        if (!recipe.explains() || fold.validation().isEmpty()) {
            return model;
        }
        Surrogate surrogate = SurrogateExplanation.fit(
                model, waveforms(fold.train(), EXPLAINED_CLIPS), waveforms(fold.validation(), EXPLAINED_CLIPS));
        return model.withMetadata(model.metadata().withSurrogate(surrogate));
    }

    /** Up to so many of the clips, spread over all of them. */
    private List<Waveform> waveforms(List<LabelledClip> clips, int most) {
        List<LoadedClip> usable = loaded.select(clips);
        int step = (usable.size() + most - 1) / most;
        return IntStream.range(0, usable.size())
                .filter(i -> i % step == 0)
                .mapToObj(i -> usable.get(i).waveform())
                .toList();
    }

    private ModelScoring score(ModelFile model, Fold fold, int index) {
        return ModelScoring.of(model, loaded.select(fold.test()), outsiders.testing(fold, index));
    }

    private ModelFile train(Fold fold, int index, Occasion occasion) {
        return train(fold, outsiders.learntBy(fold, index), fold.train(), occasion);
    }

    private ModelFile train(Fold fold, List<LoadedClip> unknown, List<LabelledClip> named, Occasion occasion) {
        List<LabelledClip> none = unknown.stream().map(LoadedClip::clip).toList();
        String digest = digest(named);
        if (settings.calibrationFolds() == 0) {
            ValidationSplit.Parts ofNone = none.isEmpty()
                    ? new ValidationSplit.Parts(List.of(), List.of())
                    : validation().divide(none, settings.seed());
            Lesson lesson =
                    new Lesson(withSpoken(fold.train(), ofNone.train()), own(fold.validation(), ofNone.validation()));
            return training.train(List.of(), lesson, synthesized.licences(), digest, occasion);
        }
        List<LabelledClip> all = new ArrayList<>(fold.train());
        all.addAll(fold.validation());
        Lesson lesson = new Lesson(withSpoken(all, none), List.of());
        return training.train(rehearsals(all, none), lesson, synthesized.licences(), digest, occasion);
    }

    /** Lessons in which every clip is judged once, by a network that learned from none of its group. */
    private List<Lesson> rehearsals(List<LabelledClip> clips, List<LabelledClip> none) {
        List<LabelledClip> all = new ArrayList<>(clips);
        all.addAll(none);
        return CrossFit.of(all, settings.calibrationFolds(), settings.seed()).stream()
                .map(parts -> new Lesson(withSpoken(parts.train(), List.of()), own(parts.validation(), List.of())))
                .toList();
    }

    private List<TrainingClip> withSpoken(List<LabelledClip> first, List<LabelledClip> second) {
        List<TrainingClip> clips = new ArrayList<>(own(first, second));
        clips.addAll(spoken);
        return clips;
    }

    private List<TrainingClip> own(List<LabelledClip> first, List<LabelledClip> second) {
        return Stream.concat(first.stream(), second.stream())
                .map(own::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private ValidationSplit validation() {
        long groups = loaded.labelled().stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return groups >= GROUPS_TO_VALIDATE_BY
                ? ValidationSplit.byGroup(settings.validationShare())
                : ValidationSplit.stratified(settings.validationShare());
    }

    private static String digest(List<LabelledClip> clips) {
        try {
            return DatasetDigest.of(clips);
        } catch (IOException vanished) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "DATASET_UNREADABLE",
                    "a clip vanished while the model was trained: " + vanished.getMessage(),
                    vanished);
        }
    }
}
