package dev.hearken.cli.worker;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.phrase.PhraseProgress;
import dev.hearken.lab.phrase.PhraseSettings;
import dev.hearken.lab.phrase.PhraseSources;
import dev.hearken.lab.phrase.PhraseTraining;
import dev.hearken.lab.phrase.SoundFolder;
import dev.hearken.lab.phrase.TrainedPhrase;
import dev.hearken.lab.report.PhraseReport;
import dev.hearken.lab.report.Report;
import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.lab.tracking.RunTracker;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Project;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a version of a typed phrase's detector. Recordings of the project that are labelled with the phrase are learned from as people
 * saying it, all others as what it is not.
 */
final class PhraseWork implements JobWork {
    private static final String MODEL = "model.onnx";
    private static final int VOICES_AT_ONCE = 2;

    private final WorkerStore store;

    PhraseWork(WorkerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws IOException {
        Job job = context.job();
        Project project = store.project(job);
        SpokenPhrase phrase = SpokenPhrase.of(project.phrase().orElseThrow());
        PhraseSettings settings = PhraseSettings.STANDARD.with(
                JobSettings.parse(job.request().settingsJson()).settings());
        RunInputs inputs = new RunInputs(
                PhraseTraining.TASK,
                Optional.of(project.name()),
                Optional.empty(),
                settings.byName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("job", job.id()),
                store.versions().get());
        String run = store.runs().start(inputs);
        RunTracker tracker = RunTracker.of(store.runs(), run, inputs, System.getenv(), context::say);
        try {
            PhraseSources sources = sources(project, phrase);
            TrainedPhrase trained =
                    new PhraseTraining(phrase, settings, sources, progress(context), InstantSource.system()).train();
            context.requireWanted();
            keep(trained, run, tracker);
            Map<String, Object> result = land(project.name(), trained.model());
            result.put("run", run);
            result.put("clips_made", trained.made());
            result.put("clips_reused", trained.reused());
            tracker.finished(trained.model().metadata().metrics().toString(), false);
            return result;
        } catch (IOException | RuntimeException failure) {
            tracker.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private PhraseSources sources(Project project, SpokenPhrase phrase) {
        List<LabelledClip> clips = store.data(project.name()).usable();
        return new PhraseSources(
                Voices.installed(store.home()).all(),
                new SpeechStudio(store.catalogue(), VOICES_AT_ONCE),
                folder(
                                project,
                                clips.stream()
                                        .filter(clip -> !says(clip, phrase))
                                        .toList())
                        .stream()
                        .toList(),
                List.of(),
                folder(
                        project,
                        clips.stream().filter(clip -> says(clip, phrase)).toList()),
                new PhraseSources.Pack.InTheBox(),
                store.home().cache().resolve("embeddings"));
    }

    private static Optional<SoundFolder> folder(Project project, List<LabelledClip> clips) {
        return clips.isEmpty() ? Optional.empty() : Optional.of(new SoundFolder("clips of " + project.name(), clips));
    }

    private static boolean says(LabelledClip clip, SpokenPhrase phrase) {
        return clip.label().name().toLowerCase(Locale.ROOT).equals(phrase.text());
    }

    private static PhraseProgress progress(JobContext context) {
        return new PhraseProgress() {
            private final List<Stage> stages = List.of(Stage.values());
            private String stage = "";

            @Override
            public void began(Stage next) {
                stage = next.name().toLowerCase(Locale.ROOT);
                context.requireWanted();
                context.progress(
                        Map.of("stage", stage, "stage_number", stages.indexOf(next) + 1, "stages", stages.size()));
            }

            @Override
            public void step(String what, int done, int of) {
                context.requireWanted();
                context.progress(Map.of("stage", stage, "what", what, "done", done, "of", of));
            }

            @Override
            public void note(String message) {
                context.say(message);
            }
        };
    }

    private void keep(TrainedPhrase trained, String run, RunTracker tracker) throws IOException {
        Path folder = store.home().filesOf(run);
        Files.createDirectories(folder);
        trained.model().write(folder.resolve(MODEL));
        Files.writeString(folder.resolve(Report.PAGE), PhraseReport.toHtml(trained));
        Files.writeString(
                folder.resolve(Report.JSON), PhraseReport.toJson(trained).toString());
        for (String file : List.of(MODEL, Report.PAGE, Report.JSON)) {
            tracker.made(RunArtifact.of(file, folder.resolve(file)));
        }
    }

    private Map<String, Object> land(String project, ModelFile model) {
        Optional<ModelVersion> live = store.registry().version(project, Alias.LIVE);
        ModelVersion version = store.registry().register(project, model, Origin.TRAINED);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("project", project);
        result.put("version", version.number());
        boolean promote = store.registry().policy(project).autoPromote();
        Optional<DetectorComparison> comparison =
                live.flatMap(before -> DetectorComparison.of(store.registry().load(before), model));
        if (comparison.isPresent()) {
            result.put("comparison", comparison.get().toJson(live.get().number()));
            promote &= comparison.get().notWorse();
        }
        if (promote) {
            store.registry().promote(project, version.number());
        } else {
            store.registry().propose(project, version.number());
        }
        result.put("promoted", promote);
        return result;
    }
}
