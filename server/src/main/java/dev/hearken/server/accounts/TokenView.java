package dev.hearken.server.accounts;

import dev.hearken.store.accounts.ApiToken;
import dev.hearken.store.accounts.IssuedToken;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A token as the API shows it; the secret is no part of it. */
@Schema(name = "Token", description = "What lets a program in.")
record TokenView(
        String id,
        @Schema(example = "doorbell at the gate") String name,
        @Schema(example = "[\"predict\"]") List<String> scopes,

        @Schema(description = "The only project it is for.") @Nullable
        String project,

        @Schema(allowableValues = {"valid", "expired", "revoked"})
        String state,

        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,

        @Schema(description = "To the minute.") @Nullable Instant lastUsedAt) {

    static TokenView of(ApiToken token, Instant now) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.project().orElse(null),
                token.state(now).name().toLowerCase(Locale.ROOT),
                token.createdAt(),
                token.expiresAt().orElse(null),
                token.revokedAt().orElse(null),
                token.lastUsedAt().orElse(null));
    }

    /** A token that was just made. */
    @Schema(name = "IssuedToken")
    record Issued(
            TokenView token,

            @Schema(description = "Send it as `Authorization: Bearer …`. It is shown now and never again.")
            String secret) {
        static Issued of(IssuedToken issued) {
            return new Issued(TokenView.of(issued.token(), issued.token().createdAt()), issued.secret());
        }
    }
}
