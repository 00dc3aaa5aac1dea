package dev.hearken.core.streaming;

import java.util.List;

/** A model as a stream meets it: a block of hops in, one row of probabilities a hop out, with what must be remembered between blocks. */
interface FrameModel extends AutoCloseable {
    /** What one stream remembers; it knows no model but its own. */
    interface Memory {}

    /** The memory of a stream that comes after silence. */
    Memory silence();

    /**
     * The next block of several streams, computed together; their memories move on.
     *
     * @param memories one a stream
     * @param blocks one a stream, all of the same whole number of hops
     * @return for each stream its probabilities, row-major [hops, labels]
     */
    List<float[]> advance(List<? extends Memory> memories, List<float[]> blocks);

    @Override
    void close();
}
