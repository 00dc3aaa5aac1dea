package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken tokens}: what lets programs use the server. */
@Command(
        name = "tokens",
        description = "Make, list and take back the tokens that let programs use the server.",
        footer = {"", "Example: hearken tokens create doorbell --scope predict"},
        synopsisSubcommandLabel = "(create | list | revoke)",
        subcommands = {TokensCreate.class, TokensList.class, TokensRevoke.class})
final class Tokens implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: create, list or revoke");
    }
}
