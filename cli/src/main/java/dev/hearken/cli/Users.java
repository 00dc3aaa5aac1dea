package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken users}: the people who may use the server. */
@Command(
        name = "users",
        description = "Add, list and remove the people who may use the server, and set their passwords.",
        footer = {"", "Example: hearken users add ann --role admin"},
        synopsisSubcommandLabel = "(add | list | remove | password)",
        subcommands = {UsersAdd.class, UsersList.class, UsersRemove.class, UsersPassword.class})
final class Users implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: add, list, remove or password");
    }
}
