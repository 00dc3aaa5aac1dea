/** Running a model file, behind one front door: {@link dev.hearken.core.inference.Classifier}. */
@NullMarked
package dev.hearken.core.inference;

import org.jspecify.annotations.NullMarked;
