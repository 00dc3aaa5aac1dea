/** Scores to figures: confusion, precision and recall, calibration, each with its denominator and interval. */
@NullMarked
package dev.hearken.core.evaluation;

import org.jspecify.annotations.NullMarked;
