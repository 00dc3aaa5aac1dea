package dev.hearken.store.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What lets a program in.
 *
 * @param id a UUID, no secret
 * @param name what it is for, 1 to 100 characters
 * @param scopes what it lets one do, at least one thing
 * @param project the only project it is for; all where empty
 * @param createdAt when it was made
 * @param expiresAt from when on it is worth nothing; never where empty
 * @param revokedAt when it was taken back
 * @param lastUsedAt when it was last used, to the minute
 */
public record ApiToken(
        String id,
        String name,
        Set<Scope> scopes,
        Optional<String> project,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    /** Whether it is still good, or why not. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** How it stands at that time. */
    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent() ? State.EXPIRED : State.VALID;
    }
}
