/** The ONNX vocabulary: a graph is written node by node and read back as a model. */
@NullMarked
package dev.hearken.core.graph;

import org.jspecify.annotations.NullMarked;
