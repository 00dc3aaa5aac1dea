package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.QuantizedModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken models quantize}: a model in 8 bits. */
@Command(
        name = "quantize",
        description = {
            "Write a model in 8 bits, and say what that cost and gained.",
            "Ranges are measured on the clips the protocol would train on, figures on those it tests; the figures go into the file."
        },
        footer = {"", "Example: hearken models quantize digits --data recordings --out digits-int8.onnx"})
final class ModelsQuantize implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--out", required = true, paramLabel = "FILE.onnx", description = "Where to write the model.")
    private Path out = Path.of("");

    @Option(
            names = "--protocol",
            paramLabel = "P",
            defaultValue = "hold-out",
            description = "How the clips are parted: official or, without a word, hold-out.")
    private String protocol = "";

    @Override
    public void run() {
        Protocol parted = Protocol.parse(protocol);
        ModelFile original = home.model(model);
        ModelClips clips =
                ModelClips.read(original, data.source(), spec.commandLine().getErr());
        Fold fold = parted.onlyFold(
                clips.loaded().labelled(),
                parted.validation(),
                original.metadata().provenance().seed());
        QuantizedModel quantized = QuantizedModel.of(
                original,
                QuantizedModel.Clips.of(clips.loaded(), fold, clips.outsiders(), parted.word()),
                System::nanoTime);
        quantized.model().write(out);
        tell(quantized);
    }

    private void tell(QuantizedModel quantized) {
        if (!Json.isWanted(spec.commandLine())) {
            spec.commandLine().getOut().println(quantized.report().toText());
            spec.commandLine().getOut().println("wrote " + out);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("model", model);
        answer.put("file", out.toString());
        answer.put("sha256", quantized.model().digest());
        answer.put("quantization", quantized.report().toJson());
        spec.commandLine().getOut().println(Json.of(answer));
    }
}
