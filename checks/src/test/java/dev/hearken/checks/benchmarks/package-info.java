/** How fast parts of the house are, beside the tools others use for the same; run by hand, never asserted. */
@NullMarked
package dev.hearken.checks.benchmarks;

import org.jspecify.annotations.NullMarked;
