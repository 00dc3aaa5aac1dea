package dev.hearken.lab.network;

/**
 * Every frame of a sequence looks at all of them and takes from each as much as they have to do with each other: one head of scaled
 * dot-product attention (Vaswani et al., 2017, arXiv:1706.03762, equation 1).
 *
 * @param width of queries, keys and values
 */
record SelfAttention(int width) {
    /**
     * Attends.
     *
     * @param sequence shape [batch, frames, channels]
     * @return shape [batch, frames, width]
     */
    <T> T attend(Ops<T> ops, String name, T sequence) {
        T queries = ops.scale(ops.linear(name + ".query", sequence, width), (float) (1 / Math.sqrt(width)));
        T keys = ops.linear(name + ".key", sequence, width);
        T values = ops.linear(name + ".value", sequence, width);
        T weights = ops.softmax(ops.matmul(queries, ops.transpose(keys, 0, 2, 1)), 2);
        return ops.matmul(weights, values);
    }
}
