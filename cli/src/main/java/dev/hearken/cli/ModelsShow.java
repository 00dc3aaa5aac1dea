package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken models show}: what a model file says of itself. */
@Command(
        name = "show",
        description = "Show what a model says of itself: labels, rate, measured figures, provenance, licences.",
        footer = {"", "Example: hearken models show digits --json"})
final class ModelsShow implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Override
    public void run() {
        Map<String, Object> properties = properties(home.model(model));
        if (Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(Json.of(properties));
        } else {
            properties.forEach((name, value) -> spec.commandLine()
                    .getOut()
                    .println("%-17s %s".formatted(name, value instanceof String text ? text : Json.of(value))));
        }
    }

    private static Map<String, Object> properties(ModelFile file) {
        ModelMetadata metadata = file.metadata();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("task", metadata.task());
        properties.put("labels", metadata.labels().names());
        properties.put("sample_rate_hz", metadata.sampleRateHz());
        properties.put("window_samples", metadata.windowSamples());
        properties.put("hop_samples", metadata.hopSamples());
        properties.put("operating_points", metadata.operatingPoints());
        properties.put("metrics", metadata.metrics());
        properties.put("provenance", metadata.provenance());
        properties.put("licences", metadata.licences());
        properties.put("size_bytes", file.toBytes().length);
        properties.put("sha256", file.digest());
        return properties;
    }
}
