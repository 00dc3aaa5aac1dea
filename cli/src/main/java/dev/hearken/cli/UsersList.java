package dev.hearken.cli;

import dev.hearken.store.accounts.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearken users list}: the people who may come in. */
@Command(
        name = "list",
        description = "List the people who may use the server.",
        footer = {"", "Example: hearken users list --json"})
final class UsersList implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public void run() {
        home.askAccounts(book -> book.accounts().list()).forEach(account -> tell(spec, account));
    }

    static void tell(CommandSpec spec, Account account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", account.name());
        json.put("role", account.role().word());
        json.put("created_at", account.createdAt().toString());
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(json)
                                : "%s  %s  since %s"
                                        .formatted(
                                                account.name(), account.role().word(), account.createdAt()));
    }
}
