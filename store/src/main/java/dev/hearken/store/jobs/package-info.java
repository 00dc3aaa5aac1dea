/** The queue of work for worker processes: taken under leases, so that a worker that dies loses nothing but time. */
@NullMarked
package dev.hearken.store.jobs;

import org.jspecify.annotations.NullMarked;
