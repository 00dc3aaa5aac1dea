package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Occasion;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
                    + " Ctrl-C ends early and keeps the best model so far; after a crash, the same command goes on where it was."
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
        Settings resolved = Settings.of(wanted, settings);
        Home opened = Home.open(home.path());
        Interruption interruption = Interruption.listen(spec.commandLine().getErr());
        try (Database database = Database.open(opened)) {
            RunLog runs = new RunLog(database, Clock.systemUTC(), UUID::randomUUID);
            String id = runs.start(Optional.empty(), recipe, Json.of(resolved.byName()), Optional.empty());
            try {
                ModelFile model = train(wanted, resolved, opened, interruption);
                Map<String, Object> kept = keep(model, opened, database);
                String metrics = Json.of(model.metadata().metrics());
                if (interruption.getAsBoolean()) {
                    runs.stop(id, metrics);
                } else {
                    runs.finish(id, metrics);
                }
                tell(kept);
            } catch (RuntimeException failure) {
                runs.fail(id, String.valueOf(failure.getMessage()));
                throw failure;
            }
        }
    }

    private ModelFile train(Recipe wanted, Settings resolved, Home opened, Interruption interruption) {
        RecipeRun run = data.open(wanted, resolved, opened, spec.commandLine().getErr());
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        Path checkpoint = checkpoint(opened, resolved);
        Occasion occasion = new Occasion(
                Clock.systemUTC(), Optional.of(checkpoint), progress -> line.show(progress.toString()), interruption);
        ModelFile model =
                protocol == null ? run.train(occasion) : run.trainMeasured(Protocol.parse(protocol), occasion);
        line.end();
        try {
            Files.deleteIfExists(checkpoint);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        return model;
    }

    /** The same data and settings find the same checkpoint again. */
    private Path checkpoint(Home opened, Settings resolved) {
        String key = recipe + data.folder.toAbsolutePath().normalize() + protocol + resolved.byName();
        UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return opened.cache().resolve("training-" + name + ".checkpoint");
    }

    private Map<String, Object> keep(ModelFile model, Home opened, Database database) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("recipe", recipe);
        if (out != null) {
            model.write(out);
            kept.put("file", out.toString());
        } else {
            String name = project == null ? recipe : project;
            Registry registry = Registry.open(opened, database, Clock.systemUTC());
            registry.create(name, recipe);
            ModelVersion version = registry.register(name, model, Origin.TRAINED);
            registry.propose(name, version.number());
            kept.put("project", name);
            kept.put("version", version.number());
        }
        kept.put("size_bytes", model.toBytes().length);
        kept.put("sha256", model.digest());
        return kept;
    }

    private void tell(Map<String, Object> kept) {
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(kept));
        } else if (kept.containsKey("file")) {
            spec.commandLine().getOut().println("wrote " + kept.get("file"));
        } else {
            String model = kept.get("project") + "@" + kept.get("version");
            spec.commandLine()
                    .getOut()
                    .println(model + " is a candidate; hearken models promote " + model + " makes it answer");
        }
    }
}
