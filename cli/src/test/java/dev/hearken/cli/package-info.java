/** The verbs, called as a user calls them. */
@NullMarked
package dev.hearken.cli;

import org.jspecify.annotations.NullMarked;
