package dev.hearken.store.registry;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a user calls one classifier.
 *
 * @param name 1 to 63 lower-case letters, digits, {@code -} and {@code _}, beginning with a letter or digit: it stands in addresses
 * @param recipe the question its models answer, such as {@code digits}; every version's task
 * @param phrase what its models listen for, as it is spelled; of projects of typed phrases alone
 * @param createdAt when it was made
 */
public record Project(String name, String recipe, Optional<String> phrase, Instant createdAt) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    public Project {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException(
                    StoreError.INVALID,
                    "a project's name is 1 to 63 lower-case letters, digits, - and _, beginning with a letter or digit;"
                            + " got \"" + name + "\"");
        }
        if (recipe.isBlank()) {
            throw new StoreException(StoreError.INVALID, "project " + name + " needs a recipe");
        }
    }
}
