package dev.hearken.lab.network;

/**
 * The reference system's digit network: three convolutions, each followed by halving both axes, and two dense layers.
 *
 * <p>On 100 frames of 40 mel bands: 16, 32, 64 channels, 64 x 12 x 5 -> 128 -> labels.
 *
 * @param labels how many answers
 * @param dropout before each dense layer
 */
public record DigitCnn(int labels, float dropout) implements Network {
    private static final int[] CHANNELS = {16, 32, 64};
    private static final int HIDDEN = 128;

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T image = ops.unsqueeze(features, 1);
        for (int i = 0; i < CHANNELS.length; i++) {
            image = ops.relu(ops.conv2d("conv" + (i + 1), image, Convolution.same(CHANNELS[i], 3, 3)));
            image = ops.maxPool(image, 2, 2);
        }
        T flat = ops.dropout(ops.reshape(image, 0, -1), dropout);
        T hidden = ops.dropout(ops.relu(ops.linear("hidden", flat, HIDDEN)), dropout);
        return ops.linear(OUTPUT, hidden, labels);
    }
}
