/** Who may ask what. */
@NullMarked
package dev.hearken.server.accounts;

import org.jspecify.annotations.NullMarked;
