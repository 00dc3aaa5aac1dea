package dev.hearken.lab.network;

/**
 * A convolutional recurrent network with attention pooling: convolutions that shrink the bands but keep the frames, a GRU that reads
 * the frames both ways, and a weighted mean over time (after Cakir et al., 2017, "Convolutional recurrent neural networks for
 * polyphonic sound event detection").
 *
 * <p>On 40 bands it has about 107,000 parameters.
 *
 * @param labels how many answers
 * @param dropout between the blocks
 */
public record Crnn(int labels, float dropout) implements Network {
    private static final int[] CHANNELS = {24, 32, 48};
    private static final int HIDDEN = 48;
    private static final AttentionPooling POOLING = new AttentionPooling(32);

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T image = ops.unsqueeze(features, 1);
        for (int i = 0; i < CHANNELS.length; i++) {
            image = ops.relu(ops.conv2d("conv" + (i + 1), image, Convolution.same(CHANNELS[i], 3, 3)));
            // Frames are halved once, bands each time: the GRU reads half as many frames, each twice as wide.
            image = ops.dropout(ops.maxPool(image, i == 0 ? 2 : 1, 2), dropout);
        }
        T sequence = ops.reshape(ops.transpose(image, 0, 2, 1, 3), 0, 0, -1);
        T read = ops.dropout(ops.gru("gru", sequence, HIDDEN, true), dropout);
        return ops.linear(OUTPUT, POOLING.pool(ops, "attention", read), labels);
    }
}
