/** What a project's recordings amount to, and what stands between them and an honest figure. */
@NullMarked
package dev.hearken.server.datasets;

import org.jspecify.annotations.NullMarked;
