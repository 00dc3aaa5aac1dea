package dev.hearken.lab.network;

import java.util.List;

/** What is done to features, written once for all interpreters. It holds no weights. */
public interface Architecture {
    /**
     * Writes the architecture down in the interpreter's terms.
     *
     * @param features shape [batch, frames, channels]
     * @return one or more values; which they are is the architecture's own matter
     */
    <T> List<T> outputs(Ops<T> ops, T features);
}
