/** Work for workers: asked for, followed, ended. */
@NullMarked
package dev.hearken.server.jobs;

import org.jspecify.annotations.NullMarked;
