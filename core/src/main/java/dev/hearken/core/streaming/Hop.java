package dev.hearken.core.streaming;

import dev.hearken.core.inference.Posteriors;
import java.util.Optional;

/**
 * What one hop of a stream brought.
 *
 * @param endSample where the hop ends, in samples of the model's rate from the start of the stream
 * @param posteriors of the window that ends there
 * @param detection that it completed, if any
 */
public record Hop(long endSample, Posteriors posteriors, Optional<Detection> detection) {}
