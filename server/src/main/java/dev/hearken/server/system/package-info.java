/** How the server is: alive, ready, degraded, and which release. */
@NullMarked
package dev.hearken.server.system;

import org.jspecify.annotations.NullMarked;
