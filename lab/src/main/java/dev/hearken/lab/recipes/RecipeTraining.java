package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.evaluation.Temperature;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.ModelExport;
import dev.hearken.lab.training.AugmentedExamples;
import dev.hearken.lab.training.ExampleCache;
import dev.hearken.lab.training.FeatureSource;
import dev.hearken.lab.training.Trained;
import dev.hearken.lab.training.TrainingClip;
import dev.hearken.lab.training.TrainingLoop;
import dev.hearken.lab.training.ValidationSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Trains a recipe on clips in memory and makes the model file: network, temperature, graph, metadata. */
public final class RecipeTraining {
    /** Clips on which the exported graph is held against the trained network. */
    private static final int PARITY_PROBES = 8;

    private final Recipe recipe;
    private final Settings settings;
    private final LabelSet labels;
    private final Plan plan;
    private final ExampleCache cache = ExampleCache.ofMemory();

    /** A recipe with its settings, for these labels. */
    public RecipeTraining(Recipe recipe, Settings settings, LabelSet labels) {
        this.recipe = recipe;
        this.settings = settings;
        this.labels = labels;
        this.plan = recipe.plan(settings, labels);
    }

    /**
     * Trains.
     *
     * @param train clips to learn from
     * @param validation clips to choose the best epoch and to calibrate by
     * @param licences of the works among the clips that are not the user's own
     * @param datasetDigest names the user's clips in the model's provenance
     * @throws HearkenException {@code TRAINING_STOPPED} if it was stopped before the first epoch ended
     */
    public ModelFile train(
            List<TrainingClip> train,
            List<TrainingClip> validation,
            List<Licence> licences,
            String datasetDigest,
            Occasion occasion) {
        try (FeatureSource source = new FeatureSource(plan.window(), plan.frontEnd());
                AugmentedExamples examples = new AugmentedExamples(
                        train,
                        labels.size(),
                        plan.scene(),
                        plan.mask(),
                        source,
                        settings.training(),
                        settings.seed(),
                        cache)) {
            ValidationSet heldOut = new ValidationSet(source.batches(
                    validation, labels.size(), settings.training().batchSize()));
            TrainingLoop loop = new TrainingLoop(
                    plan.network(), settings.training(), settings.seed(), occasion.checkpoint(), occasion.clock());
            Trained trained = loop.train(source.shape(), examples, heldOut, occasion.progress(), occasion.stop());
            if (trained.epochs() == 0) {
                throw HearkenException.user("TRAINING_STOPPED", "training was stopped before its first epoch ended");
            }
            Temperature temperature = Temperature.fit(loop.score(trained.weights(), heldOut));
            return ModelExport.export(
                    plan.window(),
                    plan.frontEnd(),
                    plan.network(),
                    trained.weights(),
                    temperature.value(),
                    metadata(train.size(), licences, datasetDigest, occasion),
                    validation.stream()
                            .limit(PARITY_PROBES)
                            .map(TrainingClip::waveform)
                            .toList());
        }
    }

    private ModelMetadata metadata(int clips, List<Licence> licences, String datasetDigest, Occasion occasion) {
        return new ModelMetadata(
                recipe.name(),
                labels,
                plan.frontEnd().sampleRateHz(),
                plan.window().samples(),
                plan.window().hopSamples(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                new Provenance(
                        recipe.name(),
                        settings.byName(),
                        settings.seed(),
                        datasetDigest,
                        clips,
                        Map.of(
                                "java", Runtime.version().toString(),
                                "pytorch", TrainingLoop.engineVersion()),
                        occasion.clock().instant().toString()),
                Stream.concat(recipe.licences(settings).stream(), licences.stream())
                        .toList());
    }
}
