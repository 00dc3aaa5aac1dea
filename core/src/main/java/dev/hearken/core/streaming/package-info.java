/** Hop by hop: from blocks of live sound to detections, with the same scores as a file. */
@NullMarked
package dev.hearken.core.streaming;

import org.jspecify.annotations.NullMarked;
