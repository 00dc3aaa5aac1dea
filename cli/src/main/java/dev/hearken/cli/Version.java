package dev.hearken.cli;

import dev.hearken.core.inference.Classifier;
import dev.hearken.lab.training.TrainingLoop;
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
        Map<String, String> version = here();
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(version));
        } else {
            version.forEach((what, which) -> spec.commandLine().getOut().println(what + " " + which));
        }
    }

    /** What a training's result may depend on, by name: also the native engines, which this loads. */
    static Map<String, String> ofAll() {
        Map<String, String> versions = here();
        versions.put("pytorch", TrainingLoop.engineVersion());
        versions.put("onnxruntime", Classifier.engineVersion());
        return versions;
    }

    private static Map<String, String> here() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "hearken",
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "unpackaged"));
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
