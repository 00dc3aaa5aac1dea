package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken voices}: who can say a phrase. */
@Command(
        name = "voices",
        description = "List, hear and fetch the voices that say phrases for training.",
        footer = {"", "Example: hearken voices list"},
        synopsisSubcommandLabel = "(list | say | fetch)",
        subcommands = {VoicesList.class, VoicesSay.class, VoicesFetch.class})
final class Voices implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: list, say or fetch");
    }
}
