package dev.hearken.lab.network;

import java.util.List;

/** An architecture that answers a question: it turns features into one score a label. */
public interface Network extends Architecture {
    /** The name every network gives its last layer, whose outputs are the labels. */
    String OUTPUT = "output";

    /**
     * Writes the network down in the interpreter's terms.
     *
     * @param features shape [batch, frames, channels]
     * @return logits, shape [batch, labels]
     */
    <T> T logits(Ops<T> ops, T features);

    @Override
    default <T> List<T> outputs(Ops<T> ops, T features) {
        return List.of(logits(ops, features));
    }
}
