package dev.hearken.cli;

import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.ModelScoring;
import dev.hearken.lab.recipes.Occasion;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.report.Measured;
import dev.hearken.lab.report.ModelCard;
import dev.hearken.lab.report.Observations;
import dev.hearken.lab.report.Report;
import dev.hearken.lab.report.ReportedData;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken evaluate}: what a recipe or a model is worth on recordings it did not learn from. */
@Command(
        name = "evaluate",
        description = {
            "Judge a recipe or a model.",
            "A recipe is trained anew for each fold and tested on what that fold left out. A model is tested as it is"
                    + " on the protocol's test clips: whether it learned from them only you know, so a warning is given if"
                    + " its provenance names the same clips.",
            "A detector is played --positives and --negatives as streams: missed events against false alarms an hour"
                    + " at 0.1, 0.5, 1 and 2 of them. The positives stand in silence or in --noise, the negatives are"
                    + " played as they are; an event is found from its clip's start to half a second behind its end."
                    + " Recordings that cannot be read are skipped and listed."
        },
        footer = {
            "",
            "Example: hearken evaluate digits --data recordings --protocol leave-one-speaker-out --json",
            "Example: hearken evaluate hey-computer.onnx --positives clips --negatives talks radio --noise noise --snr"
                    + " 10"
        })
final class Evaluate implements Runnable {
    private static final String EVERY_CLIP = "every-clip";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            paramLabel = "RECIPE|MODEL",
            description =
                    "A recipe: digits, keywords, faults, talent, custom. Or an .onnx file or a version in the home:"
                            + " digits@live.")
    private String subject = "";

    @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = DataOption.SETTINGS_HELP)
    private List<String> settings = List.of();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--protocol",
            paramLabel = "P",
            description = "How test clips are chosen: " + Protocol.WORDS
                    + ". A model may do without: then every clip is a test.")
    private @Nullable String protocol;

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--positives",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Of a detector: recordings, or folders of them at any depth, of one event each.")
    private List<String> positives = List.of();

    @Option(
            names = "--negatives",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Of a detector: recordings without the event, hours of them.")
    private List<String> negatives = List.of();

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Override
    public void run() {
        if (positives.isEmpty() != negatives.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "a detector is judged by both: --positives DIR and --negatives DIR");
        }
        if (!positives.isEmpty()) {
            new DetectorEvaluation(spec, trial).run(home.model(subject), positives, negatives);
            return;
        }
        boolean isRecipe =
                Recipe.all().stream().anyMatch(recipe -> recipe.name().equals(subject));
        Optional<Protocol> judged = Optional.ofNullable(protocol).map(Protocol::parse);
        if (isRecipe && judged.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "a recipe is judged by a protocol: --protocol " + Protocol.WORDS);
        }
        String word = judged.map(Protocol::word).orElse(EVERY_CLIP);
        Evaluation evaluation = isRecipe ? recipe(judged.orElseThrow()) : model(judged, word, home.model(subject));
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine()) ? Json.of(evaluation.toJson(word)) : evaluation.toText(word));
    }

    private Evaluation recipe(Protocol judged) {
        Recipe recipe = Recipe.named(subject);
        Settings resolved = Settings.of(recipe, config.under(settings));
        PrintWriter err = spec.commandLine().getErr();
        RecipeRun run = data.open(recipe, resolved, home.open(), err);
        ProgressLine line = new ProgressLine(err);
        Observations seen = new Observations();
        Evaluation evaluation = run.evaluate(judged, fold -> occasion(fold, line, seen));
        line.end();
        report.write(
                () -> new Report(
                        ModelCard.of(recipe, resolved),
                        ReportedData.of(run.folder(), run.loaded(), resolved.seed()),
                        seen.courses(),
                        seen.scoring().map(said -> Measured.of(judged.word(), run.labels(), said)),
                        Optional.empty()),
                err);
        return evaluation;
    }

    private static Occasion occasion(Fold fold, ProgressLine line, Observations seen) {
        String name = "without " + fold.name();
        return new Occasion(
                InstantSource.system(),
                Optional.empty(),
                progress -> {
                    seen.epoch(name, progress);
                    line.show(name + ": " + progress);
                },
                () -> false,
                seen::scored);
    }

    private Evaluation model(Optional<Protocol> judged, String word, ModelFile model) {
        PrintWriter err = spec.commandLine().getErr();
        ModelClips clips = ModelClips.read(model, data.source(), err);
        List<LabelledClip> all = clips.loaded().labelled();
        long seed = model.metadata().provenance().seed();
        List<LabelledClip> test = judged.map(chosen -> chosen.folds(all, seed).stream()
                        .flatMap(fold -> fold.test().stream())
                        .toList())
                .orElse(all);
        ModelScoring said = ModelScoring.of(model, clips.loaded().select(test), clips.outsiders());
        Measured measured = Measured.of(word, model.metadata().labels(), said);
        report.write(
                () -> new Report(
                        ModelCard.of(model),
                        ReportedData.of(clips.folder(), clips.loaded(), seed),
                        List.of(),
                        Optional.of(measured),
                        Optional.of(ReportOption.costOf(model))),
                err);
        return measured.evaluation();
    }
}
