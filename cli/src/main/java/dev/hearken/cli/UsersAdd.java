package dev.hearken.cli;

import dev.hearken.store.accounts.Account;
import dev.hearken.store.accounts.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken users add}: a person may come in. */
@Command(
        name = "add",
        description = {
            "Let a person use the server; the first must be an admin.",
            "The password is asked for. From then on the server asks every caller who they are."
        },
        footer = {"", "Example: hearken users add ann --role admin"})
final class UsersAdd implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private NewPassword password = new NewPassword();

    @Parameters(index = "0", paramLabel = "NAME", description = "What they are called.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "member",
            description =
                    "viewer looks and asks models, member also changes projects, admin does everything; else member.")
    private String role = "member";

    @Override
    public void run() {
        Role given = Role.parse(role);
        String secret = password.ask(name);
        Account added = home.askAccounts(book -> {
            Account account = book.accounts().add(name, given, secret);
            book.note("users add", name);
            return account;
        });
        UsersList.tell(spec, added);
    }
}
