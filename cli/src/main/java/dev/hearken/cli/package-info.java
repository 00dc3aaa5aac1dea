/** The {@code hearken} command: one class a verb. */
@NullMarked
package dev.hearken.cli;

import org.jspecify.annotations.NullMarked;
