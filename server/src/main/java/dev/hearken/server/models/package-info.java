/** The projects there are, and their live models, loaded and ready. */
@NullMarked
package dev.hearken.server.models;

import org.jspecify.annotations.NullMarked;
