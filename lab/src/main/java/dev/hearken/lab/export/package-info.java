/** From weights to a model file, gated on parity with the network as it was trained. */
@NullMarked
package dev.hearken.lab.export;

import org.jspecify.annotations.NullMarked;
