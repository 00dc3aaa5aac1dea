package dev.hearken.store.accounts;

import dev.hearken.core.HearkenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a person is here for. */
public enum Role {
    /** Looks and asks. */
    VIEWER,
    /** Works on projects. */
    MEMBER,
    /** Decides who else may do what. */
    ADMIN;

    /**
     * The role of that word, such as {@code member}.
     *
     * @throws HearkenException {@code ROLE_UNKNOWN}
     */
    public static Role parse(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "ROLE_UNKNOWN", "a role is viewer, member or admin, got \"" + word + "\""));
    }

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it lets one do. */
    public Set<Scope> scopes() {
        return switch (this) {
            case VIEWER -> Set.of(Scope.READ, Scope.PREDICT);
            case MEMBER -> Set.of(Scope.READ, Scope.PREDICT, Scope.TRAIN);
            case ADMIN -> Set.of(Scope.values());
        };
    }
}
