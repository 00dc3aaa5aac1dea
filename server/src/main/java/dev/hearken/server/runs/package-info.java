/** The record of trainings, read. */
@NullMarked
package dev.hearken.server.runs;

import org.jspecify.annotations.NullMarked;
