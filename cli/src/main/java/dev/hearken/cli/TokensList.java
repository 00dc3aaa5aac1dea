package dev.hearken.cli;

import dev.hearken.store.accounts.ApiToken;
import dev.hearken.store.accounts.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearken tokens list}: every token that was ever made, and how it stands. */
@Command(
        name = "list",
        description = "List every token, also those that are worth nothing any more.",
        footer = {"", "Example: hearken tokens list --json"})
final class TokensList implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public void run() {
        boolean json = Json.isWanted(spec.commandLine());
        home.askAccounts(book -> book.tokens().list())
                .forEach(token ->
                        spec.commandLine().getOut().println(json ? Json.of(properties(token)) : inWords(token)));
    }

    static Map<String, Object> properties(ApiToken token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", token.id());
        json.put("name", token.name());
        json.put("scopes", words(token));
        token.project().ifPresent(project -> json.put("project", project));
        json.put("state", state(token));
        json.put("created_at", token.createdAt().toString());
        token.expiresAt().ifPresent(at -> json.put("expires_at", at.toString()));
        token.revokedAt().ifPresent(at -> json.put("revoked_at", at.toString()));
        token.lastUsedAt().ifPresent(at -> json.put("last_used_at", at.toString()));
        return json;
    }

    static String inWords(ApiToken token) {
        return "%s  %s  %s  %s  %s, %s, %s"
                .formatted(
                        token.id(),
                        state(token),
                        token.name(),
                        String.join(",", words(token)),
                        token.project().map(project -> "for " + project).orElse("for all projects"),
                        token.expiresAt().map(at -> "until " + at).orElse("until revoked"),
                        token.lastUsedAt().map(at -> "last used " + at).orElse("never used"));
    }

    private static String state(ApiToken token) {
        return token.state(Instant.now()).name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(ApiToken token) {
        return token.scopes().stream().sorted().map(Scope::word).toList();
    }
}
