package dev.hearken.lab.network;

/**
 * A depthwise-separable convolutional network: each convolution is split into one over time and bands a channel and one across channels
 * (Zhang et al., 2017, "Hello Edge: keyword spotting on microcontrollers", arXiv:1711.07128; sizes as in its authors'
 * {@code ML-KWS-for-MCU/train_commands.txt}).
 *
 * <p>The paper gives it 49 frames of 10 MFCC; it takes any features of at least 10 frames and 4 channels.
 *
 * @param labels how many answers
 * @param size one of the paper's three
 * @param dropout after the pooling
 */
public record DsCnn(int labels, Size size, float dropout) implements Network {
    /** The paper's sizes; with 12 labels they have about 23, 137 and 414 thousand parameters. */
    public enum Size {
        /** For 80 KB of memory and 6 million operations an answer. */
        S(64, 4, 2, 1),
        /** For 200 KB and 20 million. */
        M(172, 4, 1, 2),
        /** For 500 KB and 80 million. */
        L(276, 5, 1, 2);

        private final int channels;
        private final int blocks;
        private final int stemStrideBands;
        private final int firstBlockStride;

        Size(int channels, int blocks, int stemStrideBands, int firstBlockStride) {
            this.channels = channels;
            this.blocks = blocks;
            this.stemStrideBands = stemStrideBands;
            this.firstBlockStride = firstBlockStride;
        }
    }

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        // An even kernel cannot be centred; this padding gives 49 frames the paper's 25.
        Convolution stem = Convolution.same(size.channels, 10, 4).pad(5, 1).stride(2, size.stemStrideBands);
        T image = ops.relu(ops.conv2d("stem", ops.unsqueeze(features, 1), stem));
        for (int b = 1; b <= size.blocks; b++) {
            int stride = b == 1 ? size.firstBlockStride : 1;
            Convolution each =
                    Convolution.same(size.channels, 3, 3).stride(stride, stride).depthwise();
            image = ops.relu(ops.conv2d("block" + b + ".depthwise", image, each));
            image = ops.relu(ops.conv2d("block" + b + ".pointwise", image, Convolution.same(size.channels, 1, 1)));
        }
        T pooled = ops.reshape(ops.mean(ops.mean(image, 2), 3), 0, -1);
        return ops.linear(OUTPUT, ops.dropout(pooled, dropout), labels);
    }
}
