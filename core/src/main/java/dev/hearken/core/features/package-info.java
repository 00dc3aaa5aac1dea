/** Front ends, each written once as a graph piece, run in training and fused into every exported model. */
@NullMarked
package dev.hearken.core.features;

import org.jspecify.annotations.NullMarked;
