package dev.hearken.cli;

import dev.hearken.store.accounts.ApiToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken tokens revoke}: a token is worth nothing from now on. */
@Command(
        name = "revoke",
        description = "Take a token back, for good; running servers know within a second.",
        footer = {"", "Example: hearken tokens revoke 3f2a91c0-5b7e-4a0e-9d0b-0c5a4f6f7d11"})
final class TokensRevoke implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "ID", description = "As tokens list shows it.")
    private String id = "";

    @Override
    public void run() {
        ApiToken revoked = home.askAccounts(book -> {
            ApiToken taken = book.tokens().revoke(id);
            book.note("tokens revoke", id);
            return taken;
        });
        boolean json = Json.isWanted(spec.commandLine());
        spec.commandLine()
                .getOut()
                .println(json ? Json.of(TokensList.properties(revoked)) : TokensList.inWords(revoked));
    }
}
