package dev.hearken.cli;

import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunLog;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearken runs list}: the latest trainings. */
@Command(
        name = "list",
        description = "List the latest trainings, newest first.",
        footer = {"", "Example: hearken runs list --json"})
final class RunsList implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most this many: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public void run() {
        boolean json = Json.isWanted(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        List<RecordedRun> latest = home.askRuns(runs -> latest(runs));
        latest.forEach(recorded -> out.println(json ? Json.of(recorded.properties()) : line(recorded.run())));
    }

    private List<RecordedRun> latest(RunLog runs) {
        return runs.latest(limit).stream().map(run -> RecordedRun.of(runs, run)).toList();
    }

    private static String line(Run run) {
        String accuracy = run.figures().containsKey("accuracy")
                ? "accuracy %.4f".formatted(run.figures().get("accuracy"))
                : "";
        return "%s  %s  %-8s  %s  %s%s"
                .formatted(
                        run.id(),
                        run.startedAt(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.inputs().recipe(),
                        run.failure().orElse(accuracy),
                        run.inputs()
                                .parent()
                                .map(parent -> "  trial of " + parent)
                                .orElse(""))
                .stripTrailing();
    }
}
