package dev.hearken.lab.network;

/**
 * A linear classifier of standardised features: nothing that a few clips could overfit.
 *
 * @param labels how many answers
 * @param dropout of the features
 */
public record LinearHead(int labels, float dropout) implements Network {
    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T standardised = ops.batchNorm("input", ops.reshape(features, 0, -1));
        return ops.linear(OUTPUT, ops.dropout(standardised, dropout), labels);
    }
}
