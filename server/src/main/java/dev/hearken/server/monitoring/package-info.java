/** What models answered in use, and what people say of it. */
@NullMarked
package dev.hearken.server.monitoring;

import org.jspecify.annotations.NullMarked;
