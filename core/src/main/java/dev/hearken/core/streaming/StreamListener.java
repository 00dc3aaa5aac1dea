package dev.hearken.core.streaming;

import java.util.List;

/** What listens to one stream: blocks of samples in, hops out. For one thread at a time. */
public interface StreamListener {
    /** The next block of samples, nominally in [-1, 1]; answers the hops it completes, in order. */
    List<Hop> push(float[] block);

    /** The end of the stream; what was said last is answered, and another stream may begin. */
    List<Hop> flush();
}
