package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Grouping;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken reproduce}: a training done again from its record. */
@Command(
        name = "reproduce",
        description = {
            "Train again from a run's record and report the difference.",
            "Settings, seed, recordings and protocol are the run's. It is refused if the recordings have changed."
        },
        footer = {"", "Example: hearken reproduce 3f2a91c0"})
final class Reproduce implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "RUN", description = HomeOption.RUN_HELP)
    private String name = "";

    @Option(names = "--data", paramLabel = "DIR", description = "Where the recordings are now; else where they were.")
    private @Nullable Path data;

    @Option(names = "--anyway", description = "Train even if the recordings have changed.")
    private boolean anyway;

    @Override
    public void run() {
        Home opened = home.open();
        UUID id = UUID.randomUUID();
        try (Database database = Database.open(opened)) {
            RunLog runs = new RunLog(database, Clock.systemUTC(), () -> id);
            Run original = runs.named(name);
            RecordedTraining.Request request = request(original);
            RecordedTraining.Result again = new RecordedTraining(
                            opened, runs, new ReportOption(), spec.commandLine().getErr())
                    .run(
                            request,
                            request.inputs(Optional.empty(), Optional.empty(), command()),
                            new Destination.ToFile(opened.filesOf(id.toString()).resolve(RecordedTraining.MODEL)));
            tell(Reproduction.of(
                    RecordedRun.of(runs, original),
                    RecordedRun.of(runs, runs.named(again.run())),
                    model(runs.artifacts(original.id())),
                    again,
                    request.protocol()));
        }
    }

    private RecordedTraining.Request request(Run original) {
        if (original.inputs().parameters().keySet().stream().anyMatch(key -> key.startsWith("sweep."))) {
            throw HearkenException.user(
                    "RUN_NOT_REPRODUCIBLE", "run %s is a sweep; reproduce one of its trials".formatted(original.id()));
        }
        Path folder = Optional.ofNullable(data)
                .or(() -> original.inputs().dataFolder().map(Path::of))
                .orElseThrow(() -> HearkenException.user(
                        "RUN_NOT_REPRODUCIBLE",
                        "run %s does not say where its recordings are; say so with --data".formatted(original.id())));
        List<String> settings = original.inputs().parameters().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        Recipe recipe = Recipe.named(original.inputs().recipe());
        return new RecordedTraining.Request(
                recipe,
                Settings.of(recipe, settings),
                new DataSource(
                        folder,
                        original.inputs()
                                .groupPattern()
                                .map(Grouping::byPattern)
                                .orElseGet(Grouping::asTold)),
                original.inputs().protocol().map(Protocol::parse),
                original.inputs().parent().isPresent()
                        ? RecordedTraining.Judged.VALIDATION
                        : RecordedTraining.Judged.TEST,
                false,
                Optional.of(new RecordedTraining.Again(anyway ? Optional.empty() : original.dataSha256())));
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** The model the run made, if it is still where it was put. */
    private static Optional<ModelFile> model(List<RunArtifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(RecordedTraining.MODEL) && artifact.isWhole())
                .findFirst()
                .map(artifact -> ModelFile.read(artifact.file()));
    }

    private void tell(Reproduction reproduction) {
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(reproduction.properties()));
        } else {
            reproduction.inWords().forEach(spec.commandLine().getOut()::println);
        }
    }
}
