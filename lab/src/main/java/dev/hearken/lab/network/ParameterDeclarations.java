package dev.hearken.lab.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The interpreter that runs a network on shapes alone and notes which parameters it asks for. */
public final class ParameterDeclarations implements Ops<List<Long>> {
    private static final long BATCH = 1;
    private static final long GRU_GATES = 3;
    private static final long LSTM_GATES = 4;

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    private ParameterDeclarations() {}

    /**
     * The parameters of an architecture, in the order of their first mention.
     *
     * @param frames frames of the features it will see
     * @param channels channels of a frame
     */
    public static List<Parameter> of(Architecture architecture, int frames, int channels) {
        ParameterDeclarations declarations = new ParameterDeclarations();
        architecture.outputs(declarations, List.of(BATCH, (long) frames, (long) channels));
        return List.copyOf(declarations.parameters.values());
    }

    /** The shape of a network's output, batch first. */
    public static List<Long> outputShape(Network network, int frames, int channels) {
        return network.logits(new ParameterDeclarations(), List.of(BATCH, (long) frames, (long) channels));
    }

    @Override
    public List<Long> conv2d(String name, List<Long> image, Convolution conv) {
        long inputs = image.get(1) / conv.groups();
        long outputs = conv.outputs();
        declare(
                name + ".weight",
                Parameter.Start.UNIFORM,
                inputs * conv.kernelFrames() * conv.kernelBands(),
                outputs,
                inputs,
                conv.kernelFrames(),
                conv.kernelBands());
        List<Long> output = List.of(image.get(0), outputs, conv.framesOut(image.get(2)), conv.bandsOut(image.get(3)));
        return switch (conv.finish()) {
            case NORM -> batchNorm(name + ".norm", output);
            case BIAS -> {
                declare(name + ".bias", Parameter.Start.ZEROS, 1, outputs);
                yield output;
            }
            case NONE -> output;
        };
    }

    @Override
    public List<Long> batchNorm(String name, List<Long> value) {
        long channels = value.get(1);
        declare(name + ".scale", Parameter.Start.ONES, 1, channels);
        declare(name + ".shift", Parameter.Start.ZEROS, 1, channels);
        declare(name + ".mean", Parameter.Start.RUNNING_MEAN, 1, channels);
        declare(name + ".variance", Parameter.Start.RUNNING_VARIANCE, 1, channels);
        return value;
    }

    @Override
    public List<Long> linear(String name, List<Long> value, int outputs) {
        int last = value.size() - 1;
        long inputs = value.get(last);
        declare(name + ".weight", Parameter.Start.UNIFORM, inputs, outputs, inputs);
        declare(name + ".bias", Parameter.Start.UNIFORM, inputs, outputs);
        return with(value, last, outputs);
    }

    @Override
    public List<Long> gru(String name, List<Long> sequence, int hidden, boolean bidirectional) {
        long inputs = sequence.get(2);
        for (String direction : bidirectional ? List.of("forward", "backward") : List.of("forward")) {
            declareRecurrent(name + "." + direction, GRU_GATES * hidden, inputs, hidden);
        }
        return with(sequence, 2, bidirectional ? 2L * hidden : hidden);
    }

    @Override
    public List<Long> lstm(String name, List<Long> sequence, int hidden) {
        declareRecurrent(name + ".forward", LSTM_GATES * hidden, sequence.get(2), hidden);
        return with(sequence, 2, hidden);
    }

    private void declareRecurrent(String prefix, long rows, long inputs, int hidden) {
        declare(prefix + ".input_weight", Parameter.Start.UNIFORM, hidden, rows, inputs);
        declare(prefix + ".hidden_weight", Parameter.Start.UNIFORM, hidden, rows, hidden);
        declare(prefix + ".input_bias", Parameter.Start.UNIFORM, hidden, rows);
        declare(prefix + ".hidden_bias", Parameter.Start.UNIFORM, hidden, rows);
    }

    @Override
    public List<Long> relu(List<Long> value) {
        return value;
    }

    @Override
    public List<Long> leakyRelu(List<Long> value, float slope) {
        return value;
    }

    @Override
    public List<Long> sigmoid(List<Long> value) {
        return value;
    }

    @Override
    public List<Long> tanh(List<Long> value) {
        return value;
    }

    @Override
    public List<Long> atLeast(List<Long> value, float floor) {
        return value;
    }

    @Override
    public List<Long> maxPool(List<Long> image, int frames, int bands) {
        return List.of(image.get(0), image.get(1), image.get(2) / frames, image.get(3) / bands);
    }

    @Override
    public List<Long> mean(List<Long> value, int axis) {
        return with(value, axis, 1);
    }

    @Override
    public List<Long> sum(List<Long> value, int axis) {
        return with(value, axis, 1);
    }

    @Override
    public List<Long> max(List<Long> value, int axis) {
        return with(value, axis, 1);
    }

    @Override
    public List<Long> last(List<Long> value, int axis) {
        return with(value, axis, 1);
    }

    @Override
    public List<Long> softmax(List<Long> value, int axis) {
        return value;
    }

    @Override
    public List<Long> add(List<Long> left, List<Long> right) {
        return stretched(left, right);
    }

    @Override
    public List<Long> subtract(List<Long> left, List<Long> right) {
        return stretched(left, right);
    }

    @Override
    public List<Long> multiply(List<Long> left, List<Long> right) {
        return stretched(left, right);
    }

    @Override
    public List<Long> scale(List<Long> value, float factor) {
        return value;
    }

    @Override
    public List<Long> matmul(List<Long> left, List<Long> right) {
        int rows = left.size() - 2;
        int columns = left.size() - 1;
        if (right.size() != left.size() || !right.get(rows).equals(left.get(columns))) {
            throw new IllegalArgumentException(left + " cannot be multiplied by " + right);
        }
        return with(left, columns, right.get(columns));
    }

    @Override
    public List<Long> dropout(List<Long> value, float rate) {
        return value;
    }

    @Override
    public List<Long> reshape(List<Long> value, long... shape) {
        return Shapes.reshaped(value, shape);
    }

    @Override
    public List<Long> unsqueeze(List<Long> value, int axis) {
        List<Long> longer = new ArrayList<>(value);
        longer.add(axis, 1L);
        return longer;
    }

    @Override
    public List<Long> transpose(List<Long> value, int... axes) {
        List<Long> turned = new ArrayList<>();
        for (int axis : axes) {
            turned.add(value.get(axis));
        }
        return turned;
    }

    @Override
    public List<Long> concat(int axis, List<Long> first, List<Long> second) {
        return with(first, axis, first.get(axis) + second.get(axis));
    }

    private void declare(String name, Parameter.Start start, long fanIn, long... shape) {
        List<Long> axes = new ArrayList<>();
        for (long length : shape) {
            axes.add(length);
        }
        if (parameters.put(name, new Parameter(name, axes, start, fanIn)) != null) {
            throw new IllegalArgumentException("two layers are named " + name);
        }
    }

    private static List<Long> stretched(List<Long> left, List<Long> right) {
        List<Long> result = new ArrayList<>();
        for (int axis = 0; axis < left.size(); axis++) {
            long a = left.get(axis);
            long b = right.get(axis);
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException(left + " does not stretch to " + right);
            }
            result.add(Math.max(a, b));
        }
        return result;
    }

    private static List<Long> with(List<Long> shape, int axis, long length) {
        List<Long> changed = new ArrayList<>(shape);
        changed.set(axis, length);
        return changed;
    }
}
