/** The question asked: labels and their order. */
@NullMarked
package dev.hearken.core.task;

import org.jspecify.annotations.NullMarked;
