package dev.hearken.lab.network;

/**
 * The mean of a sequence's frames, weighted by how much each matters (Bahdanau et al., 2015, with a learned query; Ilse et al., 2018).
 *
 * @param hidden width of the layer that scores a frame
 */
record AttentionPooling(int hidden) {
    /**
     * Pools over the frames.
     *
     * @param sequence shape [batch, frames, channels]
     * @return shape [batch, channels]
     */
    <T> T pool(Ops<T> ops, String name, T sequence) {
        T scores = ops.linear(name + ".score", ops.tanh(ops.linear(name + ".hidden", sequence, hidden)), 1);
        T weighted = ops.multiply(sequence, ops.softmax(scores, 1));
        // The softmax adds up to 1 over the frames, so their sum, not their mean, is wanted.
        return ops.reshape(ops.sum(weighted, 1), 0, -1);
    }
}
