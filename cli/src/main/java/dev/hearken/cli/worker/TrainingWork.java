package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.recipes.ModelScoring;
import dev.hearken.lab.recipes.Occasion;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeClips;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.report.Measured;
import dev.hearken.lab.report.ModelCard;
import dev.hearken.lab.report.Observations;
import dev.hearken.lab.report.Report;
import dev.hearken.lab.report.ReportedData;
import dev.hearken.lab.tracking.RunTracker;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Project;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a version of a project's model, judges it on the frozen test set beside the live one, and promotes it where that is allowed. */
final class TrainingWork implements JobWork {
    /** The name of the model among a run's files. */
    private static final String MODEL = "model.onnx";

    /** What the figures in the model are of. */
    private static final String TEST_SET = "frozen test set";

    private final WorkerStore store;

    TrainingWork(WorkerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws IOException {
        Job job = context.job();
        Project project = store.project(job);
        Recipe recipe = Recipe.named(project.recipe());
        ProjectData data = store.data(project.name());
        data.freeze();
        Optional<ModelVersion> live = store.registry().version(project.name(), Alias.LIVE);
        Settings settings = settings(context, recipe, live);
        RunInputs inputs = inputs(job, recipe, settings);
        String run = store.runs().start(inputs);
        RunTracker tracker = RunTracker.of(store.runs(), run, inputs, System.getenv(), context::say);
        try {
            return train(context, recipe, settings, data, live, tracker, run);
        } catch (IOException | RuntimeException failure) {
            tracker.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private Map<String, Object> train(
            JobContext context,
            Recipe recipe,
            Settings settings,
            ProjectData data,
            Optional<ModelVersion> live,
            RunTracker tracker,
            String run)
            throws IOException {
        RecipeRun clips = RecipeRun.open(recipe, settings, data.part(Part.TRAIN), store.home());
        context.say("%,d clips to learn from".formatted(clips.size()));
        clips.rejected().forEach(rejected -> context.say("left out: " + rejected));
        String digest = clips.digest().substring(clips.digest().indexOf(':') + 1);
        tracker.learnsFrom(digest);
        Observations seen = new Observations();
        Path checkpoint = store.home().cache().resolve("job-" + context.job().id() + "-" + digest + ".checkpoint");
        ModelFile trained = train(clips, context, seen, tracker, checkpoint);
        context.requireWanted();
        List<LoadedClip> judgedBy = judgedBy(recipe, settings, data, trained);
        ModelScoring scoring = ModelScoring.of(trained, judgedBy, List.of());
        ModelFile model = trained.withMetadata(trained.metadata()
                .withMetrics(scoring.evaluate(trained.metadata().labels()).toJson(TEST_SET)));
        Map<String, Object> result = land(context, recipe, settings, data, model, live);
        report(clips, model, seen, scoring, settings, tracker, run);
        result.put("run", run);
        tracker.finished(model.metadata().metrics().toString(), false);
        Files.deleteIfExists(checkpoint);
        return result;
    }

    /** A checkpoint that cannot be taken up costs the time it saved, not the job. */
    private static ModelFile train(
            RecipeRun clips, JobContext context, Observations seen, RunTracker tracker, Path checkpoint)
            throws IOException {
        EpochFigures figures = new EpochFigures(System::nanoTime);
        // Of the job, not of the moment: a job that goes on after a crash makes the same file, and so the same version.
        InstantSource clock = InstantSource.fixed(context.job().createdAt());
        Occasion occasion = new Occasion(
                clock,
                Optional.of(checkpoint),
                progress -> {
                    tracker.epoch(progress);
                    seen.epoch(MODEL, progress);
                    context.progress(figures.of(progress));
                },
                context.stop());
        try {
            return clips.train(occasion);
        } catch (HearkenException unusable) {
            if (!unusable.code().equals("CHECKPOINT_CORRUPT")) {
                throw unusable;
            }
            context.say("starting afresh: " + unusable.getMessage());
            Files.delete(checkpoint);
            return clips.train(occasion);
        }
    }

    private List<LoadedClip> judgedBy(Recipe recipe, Settings settings, ProjectData data, ModelFile model) {
        ClipFolder test = data.part(Part.TEST);
        RecipeClips clips =
                RecipeClips.of(recipe, settings, test).knownAs(model.metadata().labels());
        return ClipLoader.at(model.metadata().sampleRateHz())
                .load(clips.clips())
                .clips();
    }

    private Map<String, Object> land(
            JobContext context,
            Recipe recipe,
            Settings settings,
            ProjectData data,
            ModelFile model,
            Optional<ModelVersion> live) {
        String project = context.job().request().project().orElseThrow();
        Map<String, Object> result = new LinkedHashMap<>();
        boolean promote = live.isEmpty();
        List<LoadedClip> judgedBy = judgedBy(recipe, settings, data, model);
        if (live.isPresent()) {
            ModelFile before = store.registry().load(live.get());
            Judgement ofLive = Judgement.of(before, judgedBy);
            Judgement ofCandidate = Judgement.of(model, judgedBy);
            result.put("comparison", Judgement.compared(live.get().number(), ofLive, ofCandidate, data.numbers()));
            promote = ofLive.against(ofCandidate).notWorse();
        }
        ModelVersion version = store.registry().register(project, model, Origin.TRAINED);
        Instant trainedAt = context.job().createdAt();
        store.references()
                .keep(project, version.number(), TrainingReference.of(model, data.recordings(), judgedBy, trainedAt));
        boolean allowed = store.registry().policy(project).autoPromote();
        if (promote && allowed) {
            store.registry().promote(project, version.number());
        } else {
            store.registry().propose(project, version.number());
        }
        result.put("project", project);
        result.put("version", version.number());
        result.put("promoted", promote && allowed);
        return result;
    }

    private Settings settings(JobContext context, Recipe recipe, Optional<ModelVersion> live) {
        List<String> asked =
                JobSettings.parse(context.job().request().settingsJson()).settings();
        if (context.job().request().kind() != JobKind.RETRAIN || live.isEmpty()) {
            return Settings.of(recipe, asked);
        }
        ModelFile before = store.registry().load(live.get());
        Map<String, String> made = before.metadata().provenance().settings();
        if (!recipe.networks().contains(made.getOrDefault("network", ""))) {
            context.say("the live version was not trained by this release; starting anew");
            return Settings.of(recipe, asked);
        }
        List<String> goingOn = new ArrayList<>();
        made.forEach((key, value) -> goingOn.add(key + "=" + value));
        goingOn.add("fine_tuning.from=" + store.registry().file(live.get()));
        goingOn.addAll(asked);
        context.say("going on from version " + live.get().number());
        return Settings.of(recipe, goingOn);
    }

    private RunInputs inputs(Job job, Recipe recipe, Settings settings) {
        return new RunInputs(
                recipe.name(),
                job.request().project(),
                Optional.empty(),
                settings.byName(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TEST_SET),
                List.of("job", job.id()),
                store.versions().get());
    }

    private void report(
            RecipeRun clips,
            ModelFile model,
            Observations seen,
            ModelScoring scoring,
            Settings settings,
            RunTracker tracker,
            String run)
            throws IOException {
        Path folder = store.home().filesOf(run);
        Files.createDirectories(folder);
        model.write(folder.resolve(MODEL));
        tracker.made(RunArtifact.of(MODEL, folder.resolve(MODEL)));
        new Report(
                        ModelCard.of(model),
                        ReportedData.of(clips.folder(), clips.loaded(), settings.seed()),
                        seen.courses(),
                        Optional.of(Measured.of(TEST_SET, model.metadata().labels(), scoring)),
                        Optional.empty())
                .write(folder);
        for (String file : List.of(Report.PAGE, Report.JSON)) {
            tracker.made(RunArtifact.of(file, folder.resolve(file)));
        }
    }
}
