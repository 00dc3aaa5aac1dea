package dev.hearken.lab.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The interpreter that runs a network in PyTorch, on tensors that live as long as one step.
 *
 * <p>No scalar is ever passed to an {@code NDArray} method here: DJL may free its buffer before the backward pass has read it.
 */
public final class TorchOps implements Ops<NDArray> {
    /** PyTorch's own defaults; the momentum is the share of the old average that stays. */
    private static final float NORM_EPSILON = 1e-5f;

    private static final float NORM_MOMENTUM = 0.9f;

    private static final int CHANNEL_AXIS = 1;

    private final NDManager manager;
    private final Weights weights;
    private final boolean training;
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();

    /**
     * An interpreter for one step.
     *
     * @param manager owns every tensor made here; close it after the step
     * @param weights read at the first mention of each parameter
     * @param training whether to drop out, use the batch's own statistics and keep gradients
     */
    public TorchOps(NDManager manager, Weights weights, boolean training) {
        this.manager = manager;
        this.weights = weights;
        this.training = training;
    }

    /** The tensors of the parameters mentioned so far, by name. */
    public Map<String, NDArray> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    @Override
    public NDArray conv2d(String name, NDArray image, Convolution conv) {
        NDArray weight = tensor(name + ".weight");
        Shape stride = new Shape(conv.strideFrames(), conv.strideBands());
        Shape padding = new Shape(conv.padFrames(), conv.padBands());
        Shape dilation = new Shape(conv.dilationFrames(), 1);
        NDArray bias = conv.finish() == Convolution.Finish.BIAS ? tensor(name + ".bias") : null;
        NDArray output = Conv2d.conv2d(image, weight, bias, stride, padding, dilation, conv.groups())
                .singletonOrThrow();
        return conv.finish() == Convolution.Finish.NORM ? batchNorm(name + ".norm", output) : output;
    }

    @Override
    public NDArray batchNorm(String name, NDArray value) {
        // A single value a channel has no variance; it would make the running one NaN for good.
        boolean several = value.getShape().size() > value.getShape().get(CHANNEL_AXIS);
        return BatchNorm.batchNorm(
                        value,
                        tensor(name + ".mean"),
                        tensor(name + ".variance"),
                        tensor(name + ".scale"),
                        tensor(name + ".shift"),
                        CHANNEL_AXIS,
                        NORM_MOMENTUM,
                        NORM_EPSILON,
                        training && several && !weights.isFrozen(name + ".mean"))
                .singletonOrThrow();
    }

    @Override
    public NDArray linear(String name, NDArray value, int outputs) {
        return Linear.linear(value, tensor(name + ".weight"), tensor(name + ".bias"))
                .singletonOrThrow();
    }

    @Override
    public NDArray gru(String name, NDArray sequence, int hidden, boolean bidirectional) {
        NDList parameters = recurrent(name + ".forward");
        if (bidirectional) {
            parameters.addAll(recurrent(name + ".backward"));
        }
        NDArray state = manager.zeros(
                new Shape(bidirectional ? 2 : 1, sequence.getShape().get(0), hidden));
        return sequence.getNDArrayInternal()
                .gru(sequence, state, parameters, true, 1, 0, training, bidirectional, true)
                .get(0);
    }

    @Override
    public NDArray lstm(String name, NDArray sequence, int hidden) {
        Shape state = new Shape(1, sequence.getShape().get(0), hidden);
        NDList nothingYet = new NDList(manager.zeros(state), manager.zeros(state));
        return sequence.getNDArrayInternal()
                .lstm(sequence, nothingYet, recurrent(name + ".forward"), true, 1, 0, training, false, true)
                .get(0);
    }

    private NDList recurrent(String prefix) {
        return new NDList(
                tensor(prefix + ".input_weight"),
                tensor(prefix + ".hidden_weight"),
                tensor(prefix + ".input_bias"),
                tensor(prefix + ".hidden_bias"));
    }

    @Override
    public NDArray relu(NDArray value) {
        return Activation.relu(value);
    }

    @Override
    public NDArray leakyRelu(NDArray value, float slope) {
        return value.getNDArrayInternal().leakyRelu(slope);
    }

    @Override
    public NDArray sigmoid(NDArray value) {
        return Activation.sigmoid(value);
    }

    @Override
    public NDArray tanh(NDArray value) {
        return Activation.tanh(value);
    }

    @Override
    public NDArray atLeast(NDArray value, float floor) {
        return value.maximum(manager.create(new float[] {floor}));
    }

    @Override
    public NDArray maxPool(NDArray image, int frames, int bands) {
        Shape tile = new Shape(frames, bands);
        return image.getNDArrayInternal().maxPool(tile, tile, new Shape(0, 0), false);
    }

    @Override
    public NDArray mean(NDArray value, int axis) {
        return value.mean(new int[] {axis}, true);
    }

    @Override
    public NDArray sum(NDArray value, int axis) {
        return value.sum(new int[] {axis}, true);
    }

    @Override
    public NDArray max(NDArray value, int axis) {
        return value.max(new int[] {axis}, true);
    }

    @Override
    public NDArray last(NDArray value, int axis) {
        long length = value.getShape().get(axis);
        return value.split(new long[] {length - 1}, axis).get(1);
    }

    @Override
    public NDArray softmax(NDArray value, int axis) {
        return value.softmax(axis);
    }

    @Override
    public NDArray add(NDArray left, NDArray right) {
        return left.add(right);
    }

    @Override
    public NDArray subtract(NDArray left, NDArray right) {
        return left.sub(right);
    }

    @Override
    public NDArray multiply(NDArray left, NDArray right) {
        return left.mul(right);
    }

    @Override
    public NDArray scale(NDArray value, float factor) {
        return value.mul(manager.create(new float[] {factor}));
    }

    @Override
    public NDArray matmul(NDArray left, NDArray right) {
        return left.matMul(right);
    }

    @Override
    public NDArray dropout(NDArray value, float rate) {
        return training ? value.getNDArrayInternal().dropout(value, rate, true).singletonOrThrow() : value;
    }

    @Override
    public NDArray reshape(NDArray value, long... shape) {
        List<Long> from = Arrays.stream(value.getShape().getShape()).boxed().toList();
        return value.reshape(new Shape(Shapes.reshaped(from, shape)));
    }

    @Override
    public NDArray unsqueeze(NDArray value, int axis) {
        return value.expandDims(axis);
    }

    @Override
    public NDArray transpose(NDArray value, int... axes) {
        return value.transpose(axes);
    }

    @Override
    public NDArray concat(int axis, NDArray first, NDArray second) {
        return first.concat(second, axis);
    }

    private NDArray tensor(String name) {
        return tensors.computeIfAbsent(name, key -> {
            Parameter parameter = weights.parameter(key);
            NDArray tensor = manager.create(weights.values(key), new Shape(parameter.shape()));
            if (training && parameter.trained() && !weights.isFrozen(key)) {
                tensor.setRequiresGradient(true);
            }
            return tensor;
        });
    }
}
