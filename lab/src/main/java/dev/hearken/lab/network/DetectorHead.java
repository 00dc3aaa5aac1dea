package dev.hearken.lab.network;

import java.util.List;

/**
 * Says of each stretch of an embedding whether a phrase ends with it: a dense network slid along the frames, several times over.
 *
 * <p>It keeps where in the stretch everything stood, so a phrase's sounds must come in order. The towers start and drop out differently, and
 * their mean errs less than any of them.
 *
 * @param towers how many networks stand side by side
 * @param window frames of the embedding one answer looks at
 * @param channels of the embedding
 * @param hidden width of each tower's two hidden layers
 * @param dropout after each hidden layer
 */
public record DetectorHead(int towers, int window, int channels, int hidden, float dropout) implements Architecture {
    /** The layer that brings each channel to mean 0 and variance 1; it is measured beforehand and stays as it is. */
    public static final String SCALE = "input";

    public DetectorHead {
        if (towers < 1 || window < 1 || hidden < 1) {
            throw new IllegalArgumentException(
                    "%d towers of width %d over %d frames".formatted(towers, hidden, window));
        }
    }

    /** The mean of the towers: logits, shape [batch, frames - window + 1]. */
    @Override
    public <T> List<T> outputs(Ops<T> ops, T features) {
        return List.of(ops.reshape(ops.mean(towers(ops, features), 1), 0, -1));
    }

    /**
     * The answers of each tower.
     *
     * @param features shape [batch, frames, channels]
     * @return logits, shape [batch, towers, frames - window + 1, 1]
     */
    public <T> T towers(Ops<T> ops, T features) {
        T scaled = ops.batchNorm(SCALE, ops.unsqueeze(ops.transpose(features, 0, 2, 1), 3));
        // [batch, channels, frames, 1] -> [batch, 1, frames, channels]: one kernel covers a whole stretch.
        T image = ops.transpose(scaled, 0, 3, 2, 1);
        T first = hidden(ops, "first", image, whole());
        T second = hidden(ops, "second", first, pointwise(towers * hidden, Convolution.Finish.NORM));
        return ops.conv2d(Network.OUTPUT, second, pointwise(towers, Convolution.Finish.BIAS));
    }

    private <T> T hidden(Ops<T> ops, String name, T image, Convolution layer) {
        return ops.dropout(ops.relu(ops.conv2d(name, image, layer)), dropout);
    }

    private Convolution whole() {
        return Convolution.same(towers * hidden, window, channels).pad(0, 0);
    }

    /** A layer in which no tower sees another. */
    private Convolution pointwise(int outputs, Convolution.Finish finish) {
        return new Convolution(outputs, 1, 1, 1, 1, 0, 0, 1, towers, finish);
    }
}
