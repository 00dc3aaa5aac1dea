package dev.hearken.lab.network;

/**
 * BC-ResNet: residual blocks whose temporal half runs on the mean over the bands and is broadcast back to them (Kim et al., 2021,
 * "Broadcasted residual learning for efficient keyword spotting", arXiv:2106.04140).
 *
 * <p>Wants 40 bands. Scale 1 has about 9,200 parameters; they grow with the square of the scale.
 *
 * @param labels how many answers
 * @param scale the paper's tau: 1, 1.5, 2, 3, 6 or 8
 * @param dropout inside each block; the paper uses 0.1
 */
public record BcResNet(int labels, float scale, float dropout) implements Network {
    private static final int SUB_BANDS = 5;

    private static final Stage[] STAGES = {
        new Stage(8, 2, 1, 1, 20), new Stage(12, 2, 2, 2, 10), new Stage(16, 4, 2, 4, 5), new Stage(20, 4, 1, 8, 5)
    };

    /**
     * One row of the paper's table 1.
     *
     * @param channels at scale 1
     * @param stride of its first block over the bands
     * @param dilation over the frames
     * @param bands that leave the stage, of 40 that enter the network
     */
    private record Stage(int channels, int blocks, int stride, int dilation, int bands) {}

    @Override
    public <T> T logits(Ops<T> ops, T features) {
        T image = ops.unsqueeze(features, 1);
        image = ops.relu(
                ops.conv2d("stem", image, Convolution.same(channels(16), 5, 5).stride(1, 2)));
        for (int s = 0; s < STAGES.length; s++) {
            Stage stage = STAGES[s];
            for (int b = 0; b < stage.blocks(); b++) {
                String name = "stage" + (s + 1) + ".block" + (b + 1);
                image = b == 0 ? transition(ops, name, image, stage) : block(ops, name, image, stage);
            }
        }
        // The kernel spans all five bands that are left.
        image = ops.conv2d(
                "head.depthwise",
                image,
                Convolution.same(channels(20), 5, 5).pad(2, 0).depthwise());
        image = ops.relu(ops.conv2d("head.expand", image, Convolution.same(channels(32), 1, 1)));
        T pooled = ops.reshape(ops.mean(ops.mean(image, 2), 3), 0, -1);
        return ops.linear(OUTPUT, pooled, labels);
    }

    /** The first block of a stage changes the number of channels and bands, so nothing is carried past it. */
    private <T> T transition(Ops<T> ops, String name, T image, Stage stage) {
        T entered = ops.relu(ops.conv2d(name + ".enter", image, Convolution.same(channels(stage.channels()), 1, 1)));
        T spectral = spectral(ops, name, entered, stage, stage.stride());
        return ops.relu(ops.add(spectral, temporal(ops, name, spectral, stage)));
    }

    private <T> T block(Ops<T> ops, String name, T image, Stage stage) {
        T spectral = spectral(ops, name, image, stage, 1);
        T residual = ops.add(spectral, temporal(ops, name, spectral, stage));
        return ops.relu(ops.add(image, residual));
    }

    private <T> T spectral(Ops<T> ops, String name, T image, Stage stage, int stride) {
        Convolution overBands = Convolution.same(channels(stage.channels()), 1, 3)
                .stride(1, stride)
                .depthwise()
                .finish(Convolution.Finish.NONE);
        return subSpectralNorm(ops, name + ".spectral_norm", ops.conv2d(name + ".spectral", image, overBands), stage);
    }

    private <T> T temporal(Ops<T> ops, String name, T image, Stage stage) {
        Convolution overFrames = Convolution.same(channels(stage.channels()), 3, 1)
                .dilate(stage.dilation())
                .depthwise();
        T narrow = ops.conv2d(name + ".temporal", ops.mean(image, 3), overFrames);
        T swish = ops.multiply(narrow, ops.sigmoid(narrow));
        Convolution pointwise =
                Convolution.same(channels(stage.channels()), 1, 1).finish(Convolution.Finish.NONE);
        return ops.dropout(ops.conv2d(name + ".pointwise", swish, pointwise), dropout);
    }

    /** Batch normalisation of each of five groups of bands by itself (Chang et al., 2021, arXiv:2103.13620). */
    private <T> T subSpectralNorm(Ops<T> ops, String name, T image, Stage stage) {
        long channels = channels(stage.channels());
        long width = stage.bands() / SUB_BANDS;
        T groups = ops.transpose(ops.reshape(image, 0, 0, 0, SUB_BANDS, width), 0, 1, 3, 2, 4);
        T normalised = ops.batchNorm(name, ops.reshape(groups, 0, channels * SUB_BANDS, -1));
        T parted = ops.reshape(normalised, 0, channels, SUB_BANDS, -1, width);
        return ops.reshape(ops.transpose(parted, 0, 1, 3, 2, 4), 0, channels, -1, stage.bands());
    }

    private int channels(int atScaleOne) {
        return Math.round(atScaleOne * scale);
    }
}
