/** Public collections of recordings: what there is, under which licence, fetched and unpacked. */
@NullMarked
package dev.hearken.lab.collections;

import org.jspecify.annotations.NullMarked;
