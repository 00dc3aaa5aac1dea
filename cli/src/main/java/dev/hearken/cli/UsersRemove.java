package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearken users remove}: a person may come in no more. */
@Command(
        name = "remove",
        description = "Let a person use the server no more; they are logged out. The last admin stays.",
        footer = {"", "Example: hearken users remove ann"})
final class UsersRemove implements Runnable {
    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "What they are called.")
    private String name = "";

    @Override
    public void run() {
        home.askAccounts(book -> {
            book.accounts().remove(name);
            book.note("users remove", name);
            return name;
        });
    }
}
