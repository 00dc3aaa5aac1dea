package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken train}: recordings in, a model out. */
@Command(
        name = "train",
        description = {
            "Train a recipe on labelled recordings.",
            "The model goes to --out, or becomes the candidate version of a project (see models promote)."
                    + " Ctrl-C ends early and keeps the best model so far; after a crash, the same command goes on where it was.",
            "Every training is recorded: see runs."
        },
        footer = {
            "",
            "Example: hearken train digits --data recordings --out digits.onnx network=crnn",
            "Settings from a file: hearken train digits --data recordings --config settings.yaml seed=7",
            "A search: hearken train digits --data recordings --protocol official"
                    + " --sweep training.learning_rate=1e-3,3e-3 network=bcresnet,crnn"
        })
final class Train implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            paramLabel = "RECIPE",
            description = "What to train: digits, keywords, faults, talent or custom.")
    private String recipe = "";

    @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = DataOption.SETTINGS_HELP)
    private List<String> settings = List.of();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "FILE.onnx", description = "Where to write the model.")
    private @Nullable Path out;

    @Option(
            names = "--protocol",
            paramLabel = "P",
            description =
                    "Leave out the test part of official or hold-out, and write what it scored there into the model.")
    private @Nullable String protocol;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "Whose candidate it becomes; else the recipe's name.")
    private @Nullable String project;

    @Option(
            names = "--quantize",
            paramLabel = "int8",
            description = "Keep the model in 8 bits, and say what that cost and gained.")
    private @Nullable String quantize;

    @Option(
            names = "--from",
            paramLabel = "MODEL.onnx",
            description =
                    "Go on from this model of the same network; fine_tuning.freeze=first,second keeps layers as they are.")
    private @Nullable Path from;

    @Mixin
    private ReportOption report = new ReportOption();

    @Override
    public void run() {
        if (quantize != null && (!quantize.equals("int8") || sweep.isWanted())) {
            throw new ParameterException(spec.commandLine(), "--quantize knows int8, for a single training");
        }
        if ((sweep.isWanted() || quantize != null) && !report.files().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--report is of one training in full precision; evaluate a sweep's best model or one in 8 bits with --report");
        }
        Recipe wanted = Recipe.named(recipe);
        List<String> asked = new ArrayList<>(config.under(settings));
        if (from != null) {
            asked.add("fine_tuning.from=" + from.toAbsolutePath().normalize());
        }
        RecordedTraining.Request request = new RecordedTraining.Request(
                wanted,
                Settings.of(wanted, asked),
                data.source(),
                Optional.ofNullable(protocol).map(Protocol::parse),
                sweep.trial == null ? RecordedTraining.Judged.TEST : RecordedTraining.Judged.VALIDATION,
                quantize != null,
                Optional.empty());
        Home opened = home.open();
        PrintWriter err = spec.commandLine().getErr();
        try (Database database = Database.open(opened)) {
            RunLog runs = new RunLog(database, Clock.systemUTC(), this::runId);
            if (sweep.isWanted()) {
                SweepResult result = new Sweep(request, asked, sweep, opened, runs, err).run(command());
                result.best().flatMap(SweepResult.Trial::model).ifPresent(best -> keep(best, opened, database));
                tell(result);
            } else {
                Destination destination = destination(opened, database);
                RunInputs inputs = request.inputs(destination.project(), Optional.ofNullable(sweep.sweep), command());
                tell(new RecordedTraining(opened, runs, report, err).run(request, inputs, destination));
            }
        }
    }

    private UUID runId() {
        return sweep.trial == null ? UUID.randomUUID() : sweep.trial;
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** A name that belongs to another recipe is refused before anything is trained. */
    private Destination destination(Home opened, Database database) {
        if (sweep.trial != null) {
            return new Destination.ToFile(opened.filesOf(sweep.trial.toString()).resolve(RecordedTraining.MODEL));
        }
        if (out != null) {
            return new Destination.ToFile(out);
        }
        Registry registry = Registry.open(opened, database, Clock.systemUTC());
        String name = project == null ? recipe : project;
        registry.create(name, recipe);
        return new Destination.Candidate(registry, name);
    }

    /** The best model of a sweep stays among its trial's files unless a place is named. */
    private void keep(Path best, Home opened, Database database) {
        if (out != null || project != null) {
            Destination.Kept kept = destination(opened, database).keep(ModelFile.read(best));
            spec.commandLine().getErr().println("the best: " + kept.inWords());
        }
    }

    private void tell(SweepResult result) {
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(result.properties()));
        } else {
            result.inWords().forEach(spec.commandLine().getOut()::println);
        }
        if (result.best().isEmpty()) {
            throw HearkenException.user("SWEEP_FAILED", "no trial of the sweep came to its end; each says why above");
        }
    }

    private void tell(RecordedTraining.Result result) {
        if (!Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(result.kept().inWords());
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("recipe", recipe);
        answer.put("run", result.run());
        answer.putAll(result.kept().properties());
        answer.put("size_bytes", result.model().toBytes().length);
        answer.put("sha256", result.model().digest());
        spec.commandLine().getOut().println(Json.of(answer));
    }
}
