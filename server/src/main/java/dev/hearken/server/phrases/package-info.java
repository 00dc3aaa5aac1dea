/** Typed phrases: advised on, asked for, and heard before anything is trained. */
@NullMarked
package dev.hearken.server.phrases;

import org.jspecify.annotations.NullMarked;
