/** Projects, the versions of their models, and the aliases that say which version serves. */
@NullMarked
package dev.hearken.store.registry;

import org.jspecify.annotations.NullMarked;
