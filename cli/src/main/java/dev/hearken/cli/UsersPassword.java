package dev.hearken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearken users password}: another password, as when one was forgotten. */
@Command(
        name = "password",
        description = "Give a person another password, which is asked for; they are logged out.",
        footer = {"", "Example: hearken users password ann"})
final class UsersPassword implements Runnable {
    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private NewPassword password = new NewPassword();

    @Parameters(index = "0", paramLabel = "NAME", description = "What they are called.")
    private String name = "";

    @Override
    public void run() {
        String secret = password.ask(name);
        home.askAccounts(book -> {
            book.accounts().setPassword(name, secret);
            book.note("users password", name);
            return name;
        });
    }
}
