package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken phrase}: a detector for a typed phrase. */
@Command(
        name = "phrase",
        description = "Advise on a phrase to detect.",
        footer = {"", "Example: hearken phrase advise \"hey computer\""},
        synopsisSubcommandLabel = "advise",
        subcommands = {PhraseAdvise.class})
final class Phrase implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: advise");
    }
}
