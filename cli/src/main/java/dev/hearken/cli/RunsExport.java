package dev.hearken.cli;

import dev.hearken.lab.tracking.MlrunsWriter;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken runs export}: trainings in the files MLflow's page opens. */
@Command(
        name = "export",
        description = {
            "Write trainings into a folder that MLflow opens: mlflow ui --backend-store-uri DIR",
            "Newer MLflow opens it with MLFLOW_ALLOW_FILE_STORE=true set."
        },
        footer = {"", "Example: hearken runs export --mlruns mlruns"})
final class RunsExport implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--mlruns",
            required = true,
            paramLabel = "DIR",
            description = "The folder, which may hold others' runs.")
    private Path folder = Path.of("");

    @Parameters(index = "0..*", paramLabel = "RUN", description = HomeOption.RUN_HELP + " Without any: all.")
    private List<String> names = List.of();

    @Override
    public void run() {
        List<RecordedRun> chosen = home.askRuns(this::chosen);
        MlrunsWriter writer = new MlrunsWriter(folder);
        chosen.forEach(recorded -> write(writer, recorded));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                Json.isWanted(spec.commandLine())
                        ? Json.of(Map.of("runs", chosen.size(), "folder", folder.toString()))
                        : "wrote %d runs to %s".formatted(chosen.size(), folder));
    }

    private List<RecordedRun> chosen(RunLog runs) {
        return (names.isEmpty()
                        ? runs.latest(Integer.MAX_VALUE)
                        : names.stream().map(runs::named).toList())
                .stream().map(run -> RecordedRun.of(runs, run)).toList();
    }

    private void write(MlrunsWriter writer, RecordedRun recorded) {
        try {
            for (RunArtifact gone : writer.write(recorded.run(), recorded.metrics(), recorded.artifacts())) {
                spec.commandLine().getErr().println("left out: %s is gone or has changed".formatted(gone.file()));
            }
        } catch (IOException unwritable) {
            throw Unwritable.of("MLRUNS_UNWRITABLE", folder, unwritable);
        }
    }
}
