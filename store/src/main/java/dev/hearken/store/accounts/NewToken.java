package dev.hearken.store.accounts;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A token that is wanted.
 *
 * @param name what it is for, 1 to 100 characters
 * @param scopes what it shall let one do, at least one thing
 * @param project the only project it shall be for; all where empty. A token for one project is no admin's
 * @param lifetime how long it shall be good, up to ten years; for good where empty
 */
public record NewToken(String name, Set<Scope> scopes, Optional<String> project, Optional<Duration> lifetime) {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3_660);

    /** @throws StoreException {@code INVALID} saying what is wrong */
    public NewToken {
        scopes = Set.copyOf(scopes);
        require(!name.isBlank() && name.length() <= LONGEST_NAME, "a token's name has 1 to 100 characters");
        require(name.chars().noneMatch(Character::isISOControl), "a token's name has no control characters");
        require(!scopes.isEmpty(), "a token wants at least one scope: read, predict, train or admin");
        require(
                project.isEmpty() || !scopes.contains(Scope.ADMIN),
                "admin is for all projects; leave out the project, or the scope");
        require(
                lifetime.filter(life -> life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0)
                        .isEmpty(),
                "a token lives for some time and up to ten years, or for good");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoreException(StoreError.INVALID, otherwise);
        }
    }
}
