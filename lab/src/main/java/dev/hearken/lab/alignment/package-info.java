/** When which word is said: a transcript and a recording in, word times out; and clips of a phrase cut out of natural speech. */
@NullMarked
package dev.hearken.lab.alignment;

import org.jspecify.annotations.NullMarked;
