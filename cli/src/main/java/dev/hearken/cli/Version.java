package dev.hearken.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearken version}: which Hearken this is, on which Java and system. */
@Command(
        name = "version",
        description = "Say which Hearken this is, on which Java and system.",
        footer = {"", "Example: hearken version --json"})
final class Version implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Map<String, String> version = new LinkedHashMap<>();
        version.put(
                "hearken",
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged"));
        version.put("java", Runtime.version().toString());
        version.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(version));
        } else {
            version.forEach((what, which) -> spec.commandLine().getOut().println(what + " " + which));
        }
    }
}
