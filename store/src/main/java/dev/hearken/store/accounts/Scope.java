package dev.hearken.store.accounts;

import dev.hearken.core.HearkenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A kind of thing one may do. They do not include each other, but for {@link #ADMIN}, who may do everything. */
public enum Scope {
    /** Look at everything that is no secret: projects, recordings, versions, figures. */
    READ,
    /** Ask models, and say what would have been right. */
    PREDICT,
    /** Change projects: recordings, trainings, which version answers. */
    TRAIN,
    /** Everything, and what concerns all: accounts, tokens, the audit, deleting projects. */
    ADMIN;

    /**
     * The scope of that word, such as {@code read}.
     *
     * @throws HearkenException {@code SCOPE_UNKNOWN}
     */
    public static Scope parse(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "SCOPE_UNKNOWN", "a scope is read, predict, train or admin, got \"" + word + "\""));
    }

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether who holds these may do what needs this one. */
    public boolean isIn(Set<Scope> held) {
        return held.contains(this) || held.contains(ADMIN);
    }
}
