/** What a worker process does: jobs taken from the queue, one at a time, each to its end or to a clear reason why not. */
@NullMarked
package dev.hearken.cli.worker;

import org.jspecify.annotations.NullMarked;
