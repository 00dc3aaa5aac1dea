/** Networks, one architecture a file, written once against {@link dev.hearken.lab.network.Ops}. */
@NullMarked
package dev.hearken.lab.network;

import org.jspecify.annotations.NullMarked;
