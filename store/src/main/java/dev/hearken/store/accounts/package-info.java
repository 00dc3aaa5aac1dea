/** Who may do what: tokens of programs, accounts of people, their sessions, and the record of what they did. */
@NullMarked
package dev.hearken.store.accounts;

import org.jspecify.annotations.NullMarked;
