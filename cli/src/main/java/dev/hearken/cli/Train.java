package dev.hearken.cli;

import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunLog;
import java.nio.file.Path;
import java.time.Clock;
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
        footer = {"", "Example: hearken train digits --data recordings --out digits.onnx network=crnn"})
final class Train implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "RECIPE", description = "What to train: digits.")
    private String recipe = "";

    @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = DataOption.SETTINGS_HELP)
    private List<String> settings = List.of();

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

    @Override
    public void run() {
        Recipe wanted = Recipe.named(recipe);
        RecordedTraining.Request request = new RecordedTraining.Request(
                wanted,
                Settings.of(wanted, settings),
                data.folder,
                Optional.ofNullable(protocol).map(Protocol::parse),
                RecordedTraining.Judged.TEST);
        Home opened = Home.open(home.path());
        try (Database database = Database.open(opened)) {
            RunLog runs = new RunLog(database, Clock.systemUTC(), UUID::randomUUID);
            Destination destination = destination(opened, database);
            tell(new RecordedTraining(opened, runs, spec.commandLine().getErr())
                    .run(
                            request,
                            request.inputs(
                                    destination.project(),
                                    Optional.empty(),
                                    spec.root().commandLine().getParseResult().originalArgs()),
                            destination));
        }
    }

    /** A name that belongs to another recipe is refused before anything is trained. */
    private Destination destination(Home opened, Database database) {
        if (out != null) {
            return new Destination.ToFile(out);
        }
        Registry registry = Registry.open(opened, database, Clock.systemUTC());
        String name = project == null ? recipe : project;
        registry.create(name, recipe);
        return new Destination.Candidate(registry, name);
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
