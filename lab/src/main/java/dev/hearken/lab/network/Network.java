package dev.hearken.lab.network;

/** An architecture: what is done to features to get one score a label. It holds no weights. */
public interface Network {
    /** The name every network gives its last layer, whose outputs are the labels. */
    String OUTPUT = "output";

    /**
     * Writes the network down in the interpreter's terms.
     *
     * @param features shape [batch, frames, channels]
     * @return logits, shape [batch, labels]
     */
    <T> T logits(Ops<T> ops, T features);
}
