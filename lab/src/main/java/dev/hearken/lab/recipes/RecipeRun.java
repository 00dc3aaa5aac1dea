package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.dataset.RejectedClip;
import dev.hearken.lab.dataset.Trainability;
import dev.hearken.lab.dataset.ValidationSplit;
import dev.hearken.lab.training.TrainingClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A recipe at work on one folder of clips: trained into a model, or judged by a protocol. */
public final class RecipeRun {
    private final Settings settings;
    private final RecipeClips clips;
    private final LoadedClips loaded;
    private final SynthesizedClips synthesized;
    private final RecipeTraining training;
    private final Map<LabelledClip, TrainingClip> own;
    private final List<TrainingClip> spoken;

    private RecipeRun(
            Recipe recipe, Settings settings, RecipeClips clips, LoadedClips loaded, SynthesizedClips synthesized) {
        this.settings = settings;
        this.clips = clips;
        this.loaded = loaded;
        this.synthesized = synthesized;
        this.training = new RecipeTraining(recipe, settings, clips.labels());
        this.own = numbered(loaded.clips(), clips.labels());
        this.spoken = synthesized.at(rate(recipe, settings, clips.labels()), clips.labels(), own.size());
    }

    private static Map<LabelledClip, TrainingClip> numbered(List<LoadedClip> clips, LabelSet labels) {
        Map<LabelledClip, TrainingClip> numbered = new LinkedHashMap<>();
        clips.forEach(clip -> numbered.put(
                clip.clip(),
                new TrainingClip(
                        numbered.size(),
                        clip.waveform(),
                        labels.indexOf(clip.clip().label()))));
        return numbered;
    }

    private static int rate(Recipe recipe, Settings settings, LabelSet labels) {
        return recipe.plan(settings, labels).frontEnd().sampleRateHz();
    }

    /**
     * Loads a folder's clips for a recipe, and has the synthetic voices say what the recipe wants to hear.
     *
     * @param speechCache where synthesized clips are kept between runs
     * @throws dev.hearken.core.HearkenException if the folder cannot be learned from, saying why
     */
    public static RecipeRun open(Recipe recipe, Settings settings, ClipFolder data, Path speechCache) {
        RecipeClips clips = RecipeClips.of(recipe, data);
        LoadedClips loaded =
                ClipLoader.at(rate(recipe, settings, clips.labels())).load(clips.clips());
        Trainability.requireSeveralGroups(Trainability.require(loaded.labelled()));
        return new RecipeRun(
                recipe, settings, clips, loaded, SynthesizedClips.speak(recipe, settings, clips.labels(), speechCache));
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

    /** The name of exactly the user's clips that can be used, as {@link DatasetDigest} gives it. */
    public String digest() {
        return digest(loaded.labelled());
    }

    /** Trains on all clips but those set aside to choose the epoch by. */
    public ModelFile train(Occasion occasion) {
        Fold fold = nothingLeftOut();
        return train(fold.train(), fold.validation(), loaded.labelled(), occasion);
    }

    /**
     * Trains on the training part of a protocol's one fold, and writes into the model what it scored on the test part.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol would make more than one model
     */
    public ModelFile trainMeasured(Protocol protocol, Occasion occasion) {
        Fold fold = onlyFold(protocol);
        ModelFile model = train(fold.train(), fold.validation(), fold.train(), occasion);
        return measured(model, fold.test(), protocol.word());
    }

    /**
     * Trains as {@link #trainMeasured} or, without a protocol, as {@link #train} does, and writes into the model what it scored on the
     * validation part: to choose among settings, and leave the test part unheard until the choice is made.
     *
     * @throws HearkenException {@code PROTOCOL_HAS_MANY_FOLDS} if the protocol would make more than one model
     */
    public ModelFile trainValidated(Optional<Protocol> protocol, Occasion occasion) {
        Fold fold = protocol.map(this::onlyFold).orElseGet(this::nothingLeftOut);
        String part = protocol.map(chosen -> chosen.word() + ", ").orElse("") + "validation part";
        return measured(train(fold.train(), fold.validation(), fold.train(), occasion), fold.validation(), part);
    }

    private Fold nothingLeftOut() {
        ValidationSplit.Parts parts = validation().divide(loaded.labelled(), settings.seed());
        return new Fold("nothing", parts.train(), parts.validation(), List.of());
    }

    private Fold onlyFold(Protocol protocol) {
        List<Fold> folds = folds(protocol);
        if (folds.size() > 1) {
            throw HearkenException.user(
                    "PROTOCOL_HAS_MANY_FOLDS",
                    "%s trains %d models; a model is trained by official or hold-out"
                            .formatted(protocol.word(), folds.size()));
        }
        return folds.get(0);
    }

    private ModelFile measured(ModelFile model, List<LabelledClip> judged, String word) {
        Evaluation measured = Evaluation.of(clips.labels(), ModelScoring.score(model, loaded.select(judged)));
        return model.withMetadata(model.metadata().withMetrics(measured.toJson(word)));
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
        List<ScoredClip> scored = new ArrayList<>();
        for (Fold fold : folds(protocol)) {
            ModelFile model = train(fold.train(), fold.validation(), fold.train(), occasions.apply(fold));
            scored.addAll(ModelScoring.score(model, loaded.select(fold.test())));
        }
        return Evaluation.of(clips.labels(), scored);
    }

    private ModelFile train(
            List<LabelledClip> train, List<LabelledClip> validation, List<LabelledClip> named, Occasion occasion) {
        List<TrainingClip> clips = new ArrayList<>(own(train));
        clips.addAll(spoken);
        return training.train(clips, own(validation), synthesized.licences(), digest(named), occasion);
    }

    private List<TrainingClip> own(List<LabelledClip> some) {
        return some.stream().map(own::get).filter(Objects::nonNull).toList();
    }

    private ValidationSplit validation() {
        return ValidationSplit.stratified(settings.validationShare());
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
