package dev.hearken.cli;

import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.DatasetAudit;
import dev.hearken.lab.dataset.Grouping;
import dev.hearken.lab.dataset.Protocol;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken data audit}: what stands between recordings and an honest score. */
@Command(
        name = "audit",
        description = {
            "Find speakers, sources and copies on both sides of a split, and what a simple model gains from them:"
                    + " the random split's score beside the grouped one's."
        },
        footer = {"", "Example: hearken data audit recordings --json"})
final class DataAudit implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "Labelled recordings: label/name.wav, metadata.csv or another layout of docs/data.md.")
    private Path data = Path.of("");

    @Option(
            names = "--protocol",
            paramLabel = "P",
            description = "A split to look at, may be repeated: " + Protocol.WORDS + "; else those that suit.")
    private List<String> protocols = List.of();

    @Option(
            names = "--group-pattern",
            paramLabel = "REGEX",
            description = "Finds the speaker or source in a recording's path, in its first parentheses.")
    private @Nullable String groupPattern;

    @Option(names = "--seed", paramLabel = "N", description = "What the splits are drawn from; else 1.")
    private long seed = 1;

    @Override
    public void run() {
        ClipFolder folder = ClipFolder.read(data);
        DatasetAudit audit = DatasetAudit.of(
                groupPattern == null
                        ? folder
                        : Grouping.byPattern(groupPattern).apply(folder).folder(),
                protocols.stream().map(Protocol::parse).toList(),
                seed);
        spec.commandLine()
                .getOut()
                .println(Json.isWanted(spec.commandLine()) ? Json.of(audit.toJson()) : audit.toText());
    }
}
