package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken runs}: the record of every training. */
@Command(
        name = "runs",
        description = "List, show, compare, export and import trainings.",
        footer = {"", "Example: hearken runs list"},
        synopsisSubcommandLabel = "(list | show | compare | export | import)",
        subcommands = {RunsList.class, RunsShow.class, RunsCompare.class, RunsExport.class, RunsImport.class})
final class Runs implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: list, show, compare, export or import");
    }
}
