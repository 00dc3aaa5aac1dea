package dev.hearken.server.accounts;

import dev.hearken.store.accounts.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * What a request wants.
 *
 * @param need what one must be allowed to do for it; nothing where empty
 * @param answered whether somebody answers: if not, it is enough to be known, to be told so
 * @param address its address with the names of what varies, such as {@code /api/v1/projects/{project}}
 * @param projects the projects it is about; none if it is about none or all
 */
record Door(Optional<Scope> need, boolean answered, String address, Set<String> projects) {}
