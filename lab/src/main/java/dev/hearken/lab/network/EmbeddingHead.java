package dev.hearken.lab.network;

/**
 * A small network on top of a frozen embedding: two convolutions over time, then the mean and the greatest of each channel.
 *
 * <p>Pooling forgets where in the window the word stood; the convolutions remember what came after what.
 *
 * @param labels how many answers
 * @param hidden channels of the convolutions
 * @param dropout after each convolution
 */
public record EmbeddingHead(int labels, int hidden, float dropout) implements Network {
    @Override
    public <T> T logits(Ops<T> ops, T features) {
        // [batch, frames, channels] -> [batch, channels, frames, 1]: a convolution over time alone.
        T image = ops.batchNorm("input", ops.unsqueeze(ops.transpose(features, 0, 2, 1), 3));
        for (String layer : new String[] {"first", "second"}) {
            T read = ops.relu(ops.conv2d(layer, image, Convolution.same(hidden, 3, 1)));
            image = ops.dropout(read, dropout);
        }
        T pooled = ops.concat(1, ops.mean(image, 2), ops.max(image, 2));
        return ops.linear(OUTPUT, ops.reshape(pooled, 0, -1), labels);
    }
}
