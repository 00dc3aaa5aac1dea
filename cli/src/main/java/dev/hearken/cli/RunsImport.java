package dev.hearken.cli;

import dev.hearken.lab.tracking.MlrunsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearken runs import}: trainings out of MLflow's files. */
@Command(
        name = "import",
        description =
                "Read the trainings in a folder of MLflow's, whoever made them; those that are here already stay as they are.",
        footer = {"", "Example: hearken runs import --mlruns mlruns"})
final class RunsImport implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--mlruns", required = true, paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    @Override
    public void run() {
        List<MlrunsReader.Found> found = MlrunsReader.read(folder, home.open()::filesOf);
        long taken = home.askRuns(runs -> found.stream()
                .filter(one -> runs.adopt(one.run(), one.metrics(), one.artifacts()))
                .count());
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(Map.of("found", found.size(), "imported", taken))
                                : "imported %d of %d runs".formatted(taken, found.size()));
    }
}
