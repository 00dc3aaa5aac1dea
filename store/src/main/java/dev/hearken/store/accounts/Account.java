package dev.hearken.store.accounts;

import java.time.Instant;

/**
 * A person who may come in.
 *
 * @param name what they are called
 * @param role what they may do
 * @param createdAt since when
 */
public record Account(String name, Role role, Instant createdAt) {}
