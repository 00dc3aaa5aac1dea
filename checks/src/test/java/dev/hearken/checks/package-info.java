/** What holds for the house as a whole: its floor plan, its documentation, its examples. */
@NullMarked
package dev.hearken.checks;

import org.jspecify.annotations.NullMarked;
