package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken bench}: how fast things are on this machine. */
@Command(
        name = "bench",
        description = "Measure how fast things are on this machine, one thread each.",
        footer = {"", "Example: hearken bench predict digits"},
        synopsisSubcommandLabel = "(features | predict | streams | wake-word)",
        subcommands = {BenchFeatures.class, BenchPredict.class, BenchStreams.class, BenchWakeWord.class})
final class Bench implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: features, predict, streams or wake-word");
    }
}
