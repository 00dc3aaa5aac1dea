/** Where everything lives on disk: the home directory and the database in it. */
@NullMarked
package dev.hearken.store.database;

import org.jspecify.annotations.NullMarked;
