package dev.hearken.store.accounts;

import java.time.Instant;

/**
 * Something somebody did, or tried to.
 *
 * @param at when
 * @param caller who, such as {@code user ann}
 * @param address from where
 * @param action what, such as {@code DELETE /api/v1/projects/{project}}
 * @param target to what: the path, without what was asked or sent
 * @param status what came of it, as HTTP says it
 */
public record AuditEntry(Instant at, String caller, String address, String action, String target, int status) {}
