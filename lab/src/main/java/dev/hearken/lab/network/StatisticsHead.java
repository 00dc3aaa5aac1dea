package dev.hearken.lab.network;

/**
 * A linear classifier on the statistics of an embedding over time: each channel's mean and mean absolute deviation (after the statistics
 * pooling of Snyder et al., 2018, "X-vectors: robust DNN embeddings for speaker recognition").
 *
 * <p>For sounds that are a texture rather than a sequence, and for few clips: nothing but a linear map is fitted.
 *
 * @param labels how many answers
 * @param dropout of the statistics
 */
public record StatisticsHead(int labels, float dropout) implements Network {
    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T mean = ops.mean(features, 1);
        // What lies above the mean weighs as much as what lies below, so half of the deviation tells it all.
        T deviation = ops.mean(ops.relu(ops.subtract(features, mean)), 1);
        T statistics = ops.reshape(ops.concat(2, mean, deviation), 0, -1);
        return ops.linear("output", ops.dropout(ops.batchNorm("statistics", statistics), dropout), labels);
    }
}
