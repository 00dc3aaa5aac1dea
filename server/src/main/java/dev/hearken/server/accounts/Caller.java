package dev.hearken.server.accounts;

import dev.hearken.store.accounts.Account;
import dev.hearken.store.accounts.ApiToken;
import dev.hearken.store.accounts.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param kind how they came in
 * @param name whom they are by: a user's name or a token's; nothing of anybody
 * @param id what no other caller of their kind has
 * @param scopes what they may do
 * @param project the only project they may do it to; any where empty
 */
record Caller(Kind kind, String name, String id, Set<Scope> scopes, Optional<String> project) {
    /** Whoever asks a server that knows nobody. */
    static final Caller ANYBODY = new Caller(Kind.ANYBODY, "", "", Set.of(Scope.values()), Optional.empty());

    /** How one comes in. */
    enum Kind {
        USER,
        TOKEN,
        ANYBODY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Caller of(ApiToken token) {
        return new Caller(Kind.TOKEN, token.name(), token.id(), token.scopes(), token.project());
    }

    static Caller of(Account account) {
        return new Caller(
                Kind.USER, account.name(), account.name(), account.role().scopes(), Optional.empty());
    }

    /** As the audit has it. */
    String described() {
        return switch (kind) {
            case USER -> "user " + name;
            case TOKEN -> "token " + name + " (" + id + ")";
            case ANYBODY -> "anybody";
        };
    }
}
