package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken models export}: a model of the home, as a file. */
@Command(
        name = "export",
        description = "Write a model to a file that ONNX Runtime runs anywhere.",
        footer = {"", "Example: hearken models export digits --out digits.onnx"})
final class ModelsExport implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Option(names = "--out", paramLabel = "FILE.onnx", description = "Where to; else MODEL.onnx here.")
    private @Nullable Path out;

    @Override
    public void run() {
        Path file = out == null ? Path.of(model + ".onnx") : out;
        if (Files.isDirectory(file)) {
            throw HearkenException.user("OUT_IS_A_FOLDER", file + " is a folder; name a file");
        }
        home.model(model).write(file);
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("model", model);
            written.put("file", file.toString());
            spec.commandLine().getOut().println(Json.of(written));
        } else {
            spec.commandLine().getOut().println("wrote " + file);
        }
    }
}
