package dev.hearken.lab.network;

/**
 * The reference system's talent network: dense layers of 256, 128, 64 and 32, each with batch normalisation, ReLU and dropout, over the
 * statistics of a clip, which a batch normalisation of their own brings to one scale.
 *
 * <p>The reference ends in one sigmoid and binary cross-entropy. Two labels under a softmax are the same model and the same loss: the
 * probability of the first is the sigmoid of the difference of the logits.
 *
 * @param labels how many answers
 * @param dropout after each dense layer
 */
public record DenseHead(int labels, float dropout) implements Network {
    private static final int[] WIDTHS = {256, 128, 64, 32};

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T value = ops.batchNorm("input", ops.reshape(features, 0, -1));
        for (int i = 0; i < WIDTHS.length; i++) {
            String name = "dense" + (i + 1);
            T read = ops.batchNorm(name + ".norm", ops.linear(name, value, WIDTHS[i]));
            value = ops.dropout(ops.relu(read), dropout);
        }
        return ops.linear(OUTPUT, value, labels);
    }
}
