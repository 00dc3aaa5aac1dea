/** What models answered in use, and what people said of it. */
@NullMarked
package dev.hearken.store.monitoring;

import org.jspecify.annotations.NullMarked;
