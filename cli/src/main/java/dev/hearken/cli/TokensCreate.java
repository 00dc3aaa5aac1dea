package dev.hearken.cli;

import dev.hearken.store.accounts.IssuedToken;
import dev.hearken.store.accounts.NewToken;
import dev.hearken.store.accounts.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken tokens create}: a secret for a program, shown once. */
@Command(
        name = "create",
        description = {
            "Make a token and print its secret, which is not kept and cannot be shown again.",
            "From then on the server asks every caller who they are."
        },
        footer = {"", "Example: hearken tokens create doorbell --scope read,predict --project digits --days 90"})
final class TokensCreate implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "What it is for.")
    private String name = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "What it lets one do: read, predict, train, or admin, which holds the others.")
    private List<String> scopes = List.of();

    @Option(names = "--project", paramLabel = "PROJECT", description = "The only project it is for; else all.")
    @Nullable
    private String project;

    @Option(names = "--days", paramLabel = "N", description = "How long it is good; else until it is revoked.")
    @Nullable
    private Integer days;

    @Override
    public void run() {
        NewToken wanted = new NewToken(
                name,
                scopes.stream().map(Scope::parse).collect(Collectors.toSet()),
                Optional.ofNullable(project),
                Optional.ofNullable(days).map(Duration::ofDays));
        IssuedToken issued = home.askAccounts(book -> {
            IssuedToken made = book.tokens().create(wanted);
            book.note("tokens create", made.token().id());
            return made;
        });
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> json = TokensList.properties(issued.token());
            json.put("secret", issued.secret());
            spec.commandLine().getOut().println(Json.of(json));
        } else {
            spec.commandLine().getErr().println(TokensList.inWords(issued.token()));
            spec.commandLine().getOut().println(issued.secret());
        }
    }
}
