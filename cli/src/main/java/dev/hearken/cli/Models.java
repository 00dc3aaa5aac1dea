package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken models}: the models of a home. */
@Command(
        name = "models",
        description = "List, show, export, quantize, promote and roll back models.",
        footer = {"", "Example: hearken models list"},
        synopsisSubcommandLabel = "(list | show | export | quantize | promote | rollback)",
        subcommands = {
            ModelsList.class,
            ModelsShow.class,
            ModelsExport.class,
            ModelsQuantize.class,
            ModelsPromote.class,
            ModelsRollback.class
        })
final class Models implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: list, show, export, quantize, promote or rollback");
    }
}
