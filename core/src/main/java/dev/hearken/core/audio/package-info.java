/** File to {@link dev.hearken.core.audio.Waveform}: decoding, mix-down, resampling. */
@NullMarked
package dev.hearken.core.audio;

import org.jspecify.annotations.NullMarked;
