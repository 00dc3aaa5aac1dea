package dev.hearken.store.accounts;

import java.time.Instant;

/**
 * A person who logged in.
 *
 * @param account who
 * @param expiresAt from when on they must log in again
 */
public record Session(Account account, Instant expiresAt) {}
