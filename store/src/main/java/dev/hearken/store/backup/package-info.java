/** All that a home knows in one file, and back. */
@NullMarked
package dev.hearken.store.backup;

import org.jspecify.annotations.NullMarked;
