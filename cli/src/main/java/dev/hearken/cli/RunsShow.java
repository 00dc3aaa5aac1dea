package dev.hearken.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken runs show}: one training with all that was recorded of it. */
@Command(
        name = "show",
        description = "Show a training: what it was asked, how each epoch went, what came out.",
        footer = {"", "Example: hearken runs show 3f2a91c0 --json"})
final class RunsShow implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "RUN", description = HomeOption.RUN_HELP)
    private String name = "";

    @Override
    public void run() {
        RecordedRun recorded = home.askRuns(runs -> RecordedRun.of(runs, runs.named(name)));
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> answer = new LinkedHashMap<>(recorded.properties());
            answer.put("metrics", recorded.history());
            spec.commandLine().getOut().println(Json.of(answer));
        } else {
            print(recorded, spec.commandLine().getOut());
        }
    }

    private static void print(RecordedRun recorded, PrintWriter out) {
        recorded.properties().forEach((name, value) -> {
            if (value instanceof Map<?, ?> map) {
                out.println(name);
                map.forEach((key, one) -> out.println("  %-32s %s".formatted(key, one)));
            } else if (value instanceof List<?> list) {
                out.println(name);
                list.forEach(one -> out.println("  " + one));
            } else {
                out.println("%-12s %s".formatted(name, value));
            }
        });
        out.println("metrics");
        recorded.history()
                .forEach((key, course) -> out.println("  %-20s %s"
                        .formatted(
                                key,
                                course.stream()
                                        .map(at -> "%.4g".formatted(at.value()))
                                        .collect(Collectors.joining(" ")))));
    }
}
