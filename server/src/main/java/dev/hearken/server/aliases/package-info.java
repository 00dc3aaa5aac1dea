/** The addresses and answers of the systems Hearken replaces, so that their users' scripts go on working: docs/api.md has the table. */
@NullMarked
package dev.hearken.server.aliases;

import org.jspecify.annotations.NullMarked;
