package dev.hearken.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken runs compare}: what trainings did differently, and what came of it. */
@Command(
        name = "compare",
        description = "Compare trainings: the parameters that differ, and the figures side by side.",
        footer = {"", "Example: hearken runs compare 3f2a91c0 77d0c2b8"})
final class RunsCompare implements Runnable {
    /** What stands for a value a run does not have. */
    private static final String NONE = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0..*", arity = "2..*", paramLabel = "RUN", description = HomeOption.RUN_HELP)
    private List<String> names = List.of();

    @Override
    public void run() {
        List<RecordedRun> compared = home.askRuns(runs -> names.stream()
                .map(name -> RecordedRun.of(runs, runs.named(name)))
                .toList());
        Map<String, List<String>> parameters = sideBySide(compared, RunsCompare::parameters);
        parameters.values().removeIf(values -> values.stream().distinct().count() == 1);
        Map<String, List<String>> figures = sideBySide(compared, RunsCompare::figures);
        List<String> ids =
                compared.stream().map(recorded -> recorded.run().id()).toList();
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("runs", ids);
            answer.put("parameters", parameters);
            answer.put("figures", figures);
            spec.commandLine().getOut().println(Json.of(answer));
        } else {
            print(ids, parameters, figures, spec.commandLine().getOut());
        }
    }

    private static Map<String, String> parameters(RecordedRun recorded) {
        Map<String, String> asked = new TreeMap<>(recorded.run().inputs().parameters());
        asked.put("recipe", recorded.run().inputs().recipe());
        recorded.run().inputs().protocol().ifPresent(word -> asked.put("protocol", word));
        recorded.run().dataSha256().ifPresent(digest -> asked.put("data_sha256", digest.substring(0, 12)));
        recorded.run().inputs().versions().forEach((what, which) -> asked.put("version." + what, which));
        return asked;
    }

    private static Map<String, String> figures(RecordedRun recorded) {
        Map<String, String> figures = new TreeMap<>();
        recorded.figures().forEach((name, value) -> figures.put(name, "%.6g".formatted(value)));
        return figures;
    }

    private static Map<String, List<String>> sideBySide(
            List<RecordedRun> compared, Function<RecordedRun, Map<String, String>> part) {
        List<Map<String, String>> columns = compared.stream().map(part).toList();
        TreeSet<String> names = new TreeSet<>();
        columns.forEach(column -> names.addAll(column.keySet()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        names.forEach(name -> rows.put(
                name,
                columns.stream().map(column -> column.getOrDefault(name, NONE)).toList()));
        return rows;
    }

    private static void print(
            List<String> ids,
            Map<String, List<String>> parameters,
            Map<String, List<String>> figures,
            PrintWriter out) {
        out.println(row("", ids.stream().map(id -> id.substring(0, 8)).toList()));
        parameters.forEach((name, values) -> out.println(row(name, values)));
        out.println();
        figures.forEach((name, values) -> out.println(row(name, values)));
    }

    private static String row(String name, List<String> values) {
        StringBuilder row = new StringBuilder("%-32s".formatted(name));
        values.forEach(value -> row.append(" %-16s".formatted(value)));
        return row.toString().stripTrailing();
    }
}
