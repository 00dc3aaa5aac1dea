package dev.hearken.lab.network;

/**
 * The reference system's fault network: a residual convolutional network over features seen as an image, log-mel and MFCC side by side
 * (blocks of He et al., 2016, "Deep residual learning for image recognition", arXiv:1512.03385, figure 5 left).
 *
 * <p>The stem makes both axes four times shorter, each stage but the first halves them again, and their mean over what is left goes
 * through one dense layer. With three stages it has about 324,000 parameters, with four about 1,260,000, on features of any size of at
 * least 16 frames and channels.
 *
 * @param labels how many answers
 * @param stages of one block each, with 32, 64, 128 and 256 channels; 1 to 4
 * @param dropout before and after the dense layer
 */
public record ResidualCnn(int labels, int stages, float dropout) implements Network {
    private static final int[] CHANNELS = {32, 64, 128, 256};
    private static final int HIDDEN = 128;

    public ResidualCnn {
        if (stages < 1 || stages > CHANNELS.length) {
            throw new IllegalArgumentException("stages must be 1 to " + CHANNELS.length + ", got " + stages);
        }
    }

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        Convolution stem = Convolution.same(CHANNELS[0], 5, 5).stride(2, 2);
        T image = ops.maxPool(ops.relu(ops.conv2d("stem", ops.unsqueeze(features, 1), stem)), 2, 2);
        for (int s = 0; s < stages; s++) {
            image = block(ops, "stage" + (s + 1), image, CHANNELS[s], s == 0 ? 1 : 2);
        }
        T pooled = ops.reshape(ops.mean(ops.mean(image, 2), 3), 0, -1);
        T hidden = ops.relu(ops.linear("hidden", ops.dropout(pooled, dropout), HIDDEN));
        return ops.linear(OUTPUT, ops.dropout(hidden, dropout), labels);
    }

    /** Two convolutions, added to what went in; where the shape changes, that is brought to it by a 1 x 1 convolution. */
    private static <T> T block(Ops<T> ops, String name, T image, int channels, int stride) {
        T first = ops.relu(ops.conv2d(
                name + ".first", image, Convolution.same(channels, 3, 3).stride(stride, stride)));
        T second = ops.conv2d(name + ".second", first, Convolution.same(channels, 3, 3));
        T carried = stride == 1
                ? image
                : ops.conv2d(
                        name + ".carry", image, Convolution.same(channels, 1, 1).stride(stride, stride));
        return ops.relu(ops.add(second, carried));
    }
}
