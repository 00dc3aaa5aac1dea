package dev.hearken.cli;

import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.SpeechFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken backbone held-out}: the recordings a backbone never heard, to test with. */
@Command(
        name = "held-out",
        description = "List the recordings that backbone train keeps out, by their names alone: one path a line.",
        footer = {"", "Example: hearken backbone held-out recordings"})
final class BackboneHeldOut implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders as given to backbone train.")
    private List<Path> folders = List.of();

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "As given to backbone train; else " + BackboneTrain.HOLDOUT + ".")
    private double holdout = Double.parseDouble(BackboneTrain.HOLDOUT);

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        Holdout rule = new Holdout(holdout);
        for (Path folder : folders) {
            for (LabelledClip clip : SpeechFolder.read(folder, "speech")) {
                if (rule.keepsOut(clip)) {
                    out.println(Json.isWanted(spec.commandLine()) ? Json.of(toMap(clip)) : clip.file());
                }
            }
        }
    }

    private static Map<String, Object> toMap(LabelledClip clip) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", clip.file().toString());
        clip.group().ifPresent(group -> map.put("speaker", group));
        return map;
    }
}
