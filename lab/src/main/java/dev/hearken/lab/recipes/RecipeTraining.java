package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.evaluation.Temperature;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OpenSet;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.ModelExport;
import dev.hearken.lab.network.Weights;
import dev.hearken.lab.training.AugmentedExamples;
import dev.hearken.lab.training.ExampleCache;
import dev.hearken.lab.training.FeatureSource;
import dev.hearken.lab.training.Teacher;
import dev.hearken.lab.training.Trained;
import dev.hearken.lab.training.TrainingClip;
import dev.hearken.lab.training.TrainingLoop;
import dev.hearken.lab.training.TrainingSettings;
import dev.hearken.lab.training.ValidationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Trains a recipe on clips in memory and makes the model file: network, temperature, graph, metadata. */
final class RecipeTraining {
    /** Clips on which the exported graph is held against the trained network. */
    private static final int PARITY_PROBES = 8;

    private final Recipe recipe;
    private final Settings settings;
    private final LabelSet labels;
    private final List<Waveform> noises;
    private final ExampleCache cache = ExampleCache.ofMemory();

    /**
     * A recipe with its settings, for these labels.
     *
     * @param noises background noises to mix into clips, at the front end's rate; none for synthesized noise alone
     */
    RecipeTraining(Recipe recipe, Settings settings, LabelSet labels, List<Waveform> noises) {
        this.recipe = recipe;
        this.settings = settings;
        this.labels = labels;
        this.noises = noises;
    }

    /** A network that has learned its lesson, and what it made of the clips it was judged on. */
    private record Fitted(Weights weights, List<ScoredClip> judged) {}

    /**
     * Trains. A clip whose label is the number of labels is of none of them; if there are such, the model learns to say so.
     *
     * @param rehearsals lessons whose networks serve only to score the clips they were judged on, to calibrate by; none to calibrate by those
     *     of {@code lesson}
     * @param lesson what the model itself learns
     * @param licences of the works among the clips that are not the user's own
     * @param datasetDigest names the user's clips in the model's provenance
     * @throws HearkenException {@code TRAINING_STOPPED} if it was stopped before the first epoch ended
     */
    ModelFile train(
            List<Lesson> rehearsals, Lesson lesson, List<Licence> licences, String datasetDigest, Occasion occasion) {
        boolean open = lesson.learn().stream().anyMatch(clip -> clip.label() == labels.size());
        int outputs = labels.size() + (open ? 1 : 0);
        Plan plan = recipe.plan(settings, outputs).hearing(noises, settings);
        List<ScoredClip> judged = new ArrayList<>();
        for (Lesson rehearsal : rehearsals) {
            judged.addAll(
                    fit(plan, outputs, rehearsal, occasion.withoutCheckpoint()).judged());
        }
        Fitted fitted = fit(plan, outputs, lesson, occasion);
        judged.addAll(fitted.judged());
        Temperature temperature = Temperature.fit(OpenSetRule.ofLabels(judged, labels.size()));
        Optional<OpenSet> openSet =
                open ? Optional.of(OpenSetRule.fit(judged, labels.size(), temperature)) : Optional.empty();
        return ModelExport.export(
                plan.window(),
                plan.frontEnd(),
                plan.network(),
                fitted.weights(),
                temperature.value(),
                metadata(plan, openSet, provenance(lesson.learn().size(), datasetDigest, occasion), licences),
                lesson.learn().stream()
                        .limit(PARITY_PROBES)
                        .map(TrainingClip::waveform)
                        .toList());
    }

    private Fitted fit(Plan plan, int outputs, Lesson lesson, Occasion occasion) {
        if (!settings.distillation().isWanted()) {
            return fit(plan, outputs, lesson, Optional.empty(), occasion);
        }
        Distillation distillation = settings.distillation();
        try (Teacher teacher = new Teacher(
                teacher(lesson, occasion.withoutCheckpoint()), distillation.share(), distillation.temperature())) {
            return fit(plan, outputs, lesson, Optional.of(teacher), occasion);
        }
    }

    /** A teacher that learned from the same lesson, and so from nothing its student is judged on. */
    private ModelFile teacher(Lesson lesson, Occasion occasion) {
        Settings ofTeacher = settings.distillation().ofTeacher(recipe, settings);
        return new RecipeTraining(recipe, ofTeacher, labels, noises).train(List.of(), lesson, List.of(), "", occasion);
    }

    private Fitted fit(Plan plan, int outputs, Lesson lesson, Optional<Teacher> teacher, Occasion occasion) {
        TrainingSettings training = settings.training();
        try (FeatureSource source = new FeatureSource(plan.window(), plan.frontEnd());
                AugmentedExamples examples = new AugmentedExamples(
                        lesson.learn(),
                        outputs,
                        plan.scene(),
                        plan.mask(),
                        source,
                        teacher,
                        training,
                        settings.seed(),
                        cache)) {
            ValidationSet judge = new ValidationSet(source.batches(lesson.judge(), outputs, training.batchSize()));
            TrainingLoop loop = new TrainingLoop(
                    plan.network(), training, settings.seed(), occasion.checkpoint(), occasion.clock());
            Trained trained = settings.fineTuning().isWanted()
                    ? loop.train(
                            settings.fineTuning().start(plan.network(), source.shape(), labels, settings.seed()),
                            settings.fineTuning().rates(),
                            examples,
                            judge,
                            occasion.progress(),
                            occasion.stop())
                    : loop.train(source.shape(), examples, judge, occasion.progress(), occasion.stop());
            if (trained.epochs() == 0) {
                throw HearkenException.user("TRAINING_STOPPED", "training was stopped before its first epoch ended");
            }
            return new Fitted(trained.weights(), loop.score(trained.weights(), judge));
        }
    }

    private ModelMetadata metadata(
            Plan plan, Optional<OpenSet> openSet, Provenance provenance, List<Licence> licences) {
        ModelMetadata metadata = new ModelMetadata(
                recipe.name(),
                labels,
                plan.frontEnd().sampleRateHz(),
                plan.window().samples(),
                plan.window().hopSamples(),
                List.of(),
                JsonNodeFactory.instance.objectNode(),
                provenance,
                Stream.of(recipe.licences(settings), settings.distillation().licences(recipe), licences)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        return openSet.map(metadata::withOpenSet).orElse(metadata);
    }

    private Provenance provenance(int clips, String datasetDigest, Occasion occasion) {
        return new Provenance(
                recipe.name(),
                settings.byName(),
                settings.seed(),
                datasetDigest,
                clips,
                Map.of(
                        "java", Runtime.version().toString(),
                        "pytorch", TrainingLoop.engineVersion()),
                occasion.clock().instant().toString());
    }
}
