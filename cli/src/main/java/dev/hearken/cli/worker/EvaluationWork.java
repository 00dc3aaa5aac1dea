package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.recipes.ModelScoring;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeClips;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Judges a version on the project's frozen test set as it is now, beside the live one. */
final class EvaluationWork implements JobWork {
    private final WorkerStore store;

    EvaluationWork(WorkerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> run(JobContext context) {
        Project project = store.project(context.job());
        ModelVersion version = version(project, context);
        ModelFile model = store.registry().load(version);
        ProjectData data = store.data(project.name());
        data.freeze();
        List<LoadedClip> clips = judgedBy(Recipe.named(project.recipe()), data, model);
        context.say("%,d clips to judge version %d by".formatted(clips.size(), version.number()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("project", project.name());
        result.put("version", version.number());
        result.put(
                "metrics",
                ModelScoring.of(model, clips, List.of())
                        .evaluate(model.metadata().labels())
                        .toJson("frozen test set"));
        store.registry()
                .version(project.name(), Alias.LIVE)
                .filter(live -> live.number() != version.number())
                .ifPresent(live -> result.put(
                        "comparison",
                        Judgement.compared(
                                live.number(),
                                Judgement.of(store.registry().load(live), clips),
                                Judgement.of(model, clips),
                                data.numbers())));
        return result;
    }

    private static List<LoadedClip> judgedBy(Recipe recipe, ProjectData data, ModelFile model) {
        Settings settings = Settings.of(recipe, List.of());
        RecipeClips clips = RecipeClips.of(recipe, settings, data.part(Part.TEST))
                .knownAs(model.metadata().labels());
        return ClipLoader.at(model.metadata().sampleRateHz())
                .load(clips.clips())
                .clips();
    }

    private ModelVersion version(Project project, JobContext context) {
        OptionalInt asked =
                JobSettings.parse(context.job().request().settingsJson()).version();
        return (asked.isPresent()
                        ? store.registry().version(project.name(), asked.getAsInt())
                        : store.registry().version(project.name(), Alias.LIVE))
                .orElseThrow(() -> HearkenException.user("MODEL_NOT_FOUND", "there is no such version to judge"));
    }
}
