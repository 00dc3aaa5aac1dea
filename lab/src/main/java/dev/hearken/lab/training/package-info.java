/** From batches to weights: loss, optimiser, schedules, checkpoints. */
@NullMarked
package dev.hearken.lab.training;

import org.jspecify.annotations.NullMarked;
