/** What recordings there are: what is said in them, by whom and on what terms; and their sounds, by content. */
@NullMarked
package dev.hearken.store.catalogue;

import org.jspecify.annotations.NullMarked;
