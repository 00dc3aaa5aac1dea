/** Live sound in, what is heard in it out, over WebSocket. */
@NullMarked
package dev.hearken.server.streams;

import org.jspecify.annotations.NullMarked;
