package dev.hearken.cli;

import dev.hearken.store.registry.ModelVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken models rollback}: the version before answers again. */
@Command(
        name = "rollback",
        description = "Make the version that answered before answer again.",
        footer = {"", "Example: hearken models rollback digits"})
final class ModelsRollback implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project: digits.")
    private String project = "";

    @Override
    public void run() {
        tellLive(spec, home.ask(registry -> registry.rollback(project)));
    }

    static void tellLive(CommandSpec spec, ModelVersion live) {
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("project", live.project());
            answer.put("live", live.number());
            spec.commandLine().getOut().println(Json.of(answer));
        } else {
            spec.commandLine().getOut().println(live.project() + "@" + live.number() + " answers now");
        }
    }
}
