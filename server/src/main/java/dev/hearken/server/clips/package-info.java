/** The recordings of a project: in, listed, heard, seen, relabelled, and out. */
@NullMarked
package dev.hearken.server.clips;

import org.jspecify.annotations.NullMarked;
