/** Recordings in, labels out. */
@NullMarked
package dev.hearken.server.recognition;

import org.jspecify.annotations.NullMarked;
