/** A phrase to waveforms: the voices of speech engines installed on this machine, planned, spoken and kept. */
@NullMarked
package dev.hearken.lab.synthesis;

import org.jspecify.annotations.NullMarked;
