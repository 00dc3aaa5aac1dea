package dev.hearken.lab.network;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One tensor a network needs, as its first mention declares it.
 *
 * @param name unique in the network, such as {@code conv1.weight}
 * @param shape the length of each axis
 * @param start what it holds before training
 * @param fanIn how many inputs feed one output; the width of the uniform start
 */
public record Parameter(String name, List<Long> shape, Start start, long fanIn) {
    /** What a parameter holds before training. */
    public enum Start {
        /** Uniform in +-1/sqrt(fan in), as PyTorch starts its linear, convolutional and recurrent layers. */
        UNIFORM,
        /** Zeros; trained. */
        ZEROS,
        /** Ones; trained. */
        ONES,
        /** The running mean of a batch normalisation: zeros, measured rather than trained. */
        RUNNING_MEAN,
        /** The running variance of a batch normalisation: ones, measured rather than trained. */
        RUNNING_VARIANCE
    }

    public Parameter {
        shape = List.copyOf(shape);
    }

    /** Whether gradients change it. */
    public boolean trained() {
        return start == Start.UNIFORM || start == Start.ZEROS || start == Start.ONES;
    }

    /** Whether weight decay pulls at it: matrices and kernels only, never biases and scales (Loshchilov and Hutter, 2019). */
    public boolean decayed() {
        return trained() && shape.size() > 1;
    }

    /** Whether {@code part} names it, its layer, or what its layer's name begins with: {@code stage1.block2} or {@code stage1}. */
    public boolean isPartOf(String part) {
        return name.equals(part) || name.startsWith(part + ".");
    }

    /** The number of elements. */
    public int size() {
        return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    }

    float[] startValues(RandomGenerator random) {
        float[] values = new float[size()];
        double width = 1 / Math.sqrt((double) fanIn);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (start) {
                case UNIFORM -> (float) ((2 * random.nextDouble() - 1) * width);
                case ZEROS, RUNNING_MEAN -> 0;
                case ONES, RUNNING_VARIANCE -> 1;
            };
        }
        return values;
    }
}
