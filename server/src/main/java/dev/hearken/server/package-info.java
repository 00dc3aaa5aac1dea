/** Models behind HTTP, and the front door to start that: {@link dev.hearken.server.HearkenServer}. */
@NullMarked
package dev.hearken.server;

import org.jspecify.annotations.NullMarked;
