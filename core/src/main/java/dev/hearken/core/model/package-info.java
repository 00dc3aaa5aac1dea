/** What a trained thing is: the model file, its metadata and where it came from. */
@NullMarked
package dev.hearken.core.model;

import org.jspecify.annotations.NullMarked;
