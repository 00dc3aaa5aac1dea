/** The record of every training: what went in, what came out, how it ended. */
@NullMarked
package dev.hearken.store.runs;

import org.jspecify.annotations.NullMarked;
