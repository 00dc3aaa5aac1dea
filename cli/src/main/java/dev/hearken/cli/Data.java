package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken data}: recordings before they are learnt from. */
@Command(
        name = "data",
        description = "Fetch recordings, and look into them.",
        footer = {"", "Example: hearken data audit recordings"},
        synopsisSubcommandLabel = "(audit | fetch)",
        subcommands = {DataAudit.class, DataFetch.class})
final class Data implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: audit or fetch");
    }
}
