package dev.hearken.lab.network;

/**
 * The reference system's keyword network: three convolutions over time, an LSTM, self-attention, a second LSTM whose last state is
 * kept, and three dense layers (convolution and LSTM after Sainath et al., 2015, "Convolutional, long short-term memory, fully connected
 * deep neural networks"; attention as {@link SelfAttention} says).
 *
 * <p>On 49 frames of 40 MFCC and 12 labels it has about 1,285,000 parameters.
 *
 * @param labels how many answers
 * @param dropout after each convolution and each dense layer
 */
public record CnnLstmAttention(int labels, float dropout) implements Network {
    private static final int[] CHANNELS = {64, 128, 256};
    private static final int FIRST_LSTM = 256;
    private static final int SECOND_LSTM = 128;
    private static final int[] DENSE = {512, 256, 128};

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        // [batch, frames, channels] -> [batch, channels, frames, 1]: a convolution over time alone.
        T image = ops.unsqueeze(ops.transpose(features, 0, 2, 1), 3);
        for (int i = 0; i < CHANNELS.length; i++) {
            image = ops.relu(ops.conv2d("conv" + (i + 1), image, Convolution.same(CHANNELS[i], 3, 1)));
            image = ops.dropout(ops.maxPool(image, 2, 1), dropout);
        }
        T sequence = ops.transpose(ops.reshape(image, 0, 0, -1), 0, 2, 1);
        T read = ops.lstm("lstm1", sequence, FIRST_LSTM);
        T attended = new SelfAttention(FIRST_LSTM).attend(ops, "attention", read);
        T hidden = ops.reshape(ops.last(ops.lstm("lstm2", attended, SECOND_LSTM), 1), 0, -1);
        for (int i = 0; i < DENSE.length; i++) {
            hidden = ops.dropout(ops.relu(ops.linear("dense" + (i + 1), hidden, DENSE[i])), dropout);
        }
        return ops.linear(OUTPUT, hidden, labels);
    }
}
