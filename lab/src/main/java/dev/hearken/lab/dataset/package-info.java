/** Labelled clips: reading folders of them, splitting them without leaks, loading them, and auditing them. */
@NullMarked
package dev.hearken.lab.dataset;

import org.jspecify.annotations.NullMarked;
