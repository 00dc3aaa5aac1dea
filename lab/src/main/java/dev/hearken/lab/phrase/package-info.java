/** From a typed phrase to its detector: speech that says it, speech that does not, a head that tells them apart, and what that costs. */
@NullMarked
package dev.hearken.lab.phrase;

import org.jspecify.annotations.NullMarked;
