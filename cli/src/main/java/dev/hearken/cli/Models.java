package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken models}: the models of a home. */
@Command(
        name = "models",
        description = "List, show and export models.",
        footer = {"", "Example: hearken models list"},
        synopsisSubcommandLabel = "(list | show | export)",
        subcommands = {ModelsList.class, ModelsShow.class, ModelsExport.class})
final class Models implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: list, show or export");
    }
}
