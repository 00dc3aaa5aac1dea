package dev.hearken.lab.export;

import dev.hearken.core.graph.NamedTensor;
import dev.hearken.lab.network.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trained constants of a model file, as parameters of the network that wrote them: what {@link OnnxOps} does, undone.
 *
 * <p>A batch normalisation that was folded into its convolution cannot be told from it any more. It is answered as one that does nothing
 * but add the folded bias: mean 0, variance 1, scale 1.
 */
final class StoredWeights {
    /** Between a convolution's name and its normalisation's parameters. */
    private static final String NORM = ".norm";

    private final Map<String, NamedTensor> tensors;

    StoredWeights(Map<String, NamedTensor> tensors) {
        this.tensors = tensors;
    }

    /** The stored values of a parameter; empty if there are none of its shape. */
    Optional<float[]> of(Parameter parameter) {
        return switch (role(parameter)) {
            case "input_weight" -> recurrentWeight(parameter, ".W");
            case "hidden_weight" -> recurrentWeight(parameter, ".R");
            case "input_bias" -> recurrentBias(parameter, 0);
            case "hidden_bias" -> recurrentBias(parameter, 1);
            case "weight" -> parameter.shape().size() == 2 ? turned(parameter) : stored(parameter.name(), parameter);
            default -> folded(parameter) ? inert(parameter) : stored(parameter.name(), parameter);
        };
    }

    /** Whether the parameter belongs to a normalisation that is not in the file because a convolution took it up. */
    boolean folded(Parameter parameter) {
        String norm = owner(parameter);
        return norm.endsWith(NORM) && !tensors.containsKey(norm + ".scale");
    }

    private Optional<float[]> inert(Parameter parameter) {
        String norm = owner(parameter);
        String bias = norm.substring(0, norm.length() - NORM.length()) + ".bias";
        return stored(bias, parameter).map(shift -> {
            float[] values = new float[shift.length];
            switch (role(parameter)) {
                case "shift" -> System.arraycopy(shift, 0, values, 0, shift.length);
                case "scale" -> Arrays.fill(values, 1);
                case "variance" -> Arrays.fill(values, 1 - OnnxOps.NORM_EPSILON);
                default -> Arrays.fill(values, 0);
            }
            return values;
        });
    }

    private Optional<float[]> stored(String name, Parameter parameter) {
        return tensor(name, parameter.shape()).map(NamedTensor::toArray);
    }

    /** A linear layer's matrix, stored as [inputs, outputs]. */
    private Optional<float[]> turned(Parameter parameter) {
        int outputs = Math.toIntExact(parameter.shape().get(0));
        int inputs = Math.toIntExact(parameter.shape().get(1));
        return tensor(parameter.name(), List.of((long) inputs, (long) outputs)).map(matrix -> {
            float[] stored = matrix.toArray();
            float[] turned = new float[stored.length];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = stored[i % inputs * outputs + i / inputs];
            }
            return turned;
        });
    }

    /** One direction of a tensor of shape [directions, gates x hidden, columns]. */
    private Optional<float[]> recurrentWeight(Parameter parameter, String suffix) {
        List<Long> shape = parameter.shape();
        return direction(parameter, suffix, List.of(shape.get(0), shape.get(1)), 0);
    }

    /** Half of one direction of a tensor of shape [directions, 2 x gates x hidden]. */
    private Optional<float[]> recurrentBias(Parameter parameter, int half) {
        return direction(parameter, ".B", List.of(2 * parameter.shape().get(0)), half);
    }

    private Optional<float[]> direction(Parameter parameter, String suffix, List<Long> shape, int part) {
        String owner = owner(parameter);
        String layer = owner.substring(0, owner.lastIndexOf('.'));
        int direction = owner.endsWith(".backward") ? 1 : 0;
        NamedTensor tensor = tensors.get(layer + suffix);
        if (tensor == null
                || tensor.shape().get(0) <= direction
                || !longs(tensor.shape()).subList(1, tensor.shape().size()).equals(shape)) {
            return Optional.empty();
        }
        float[] all = tensor.toArray();
        int start = direction * (all.length / tensor.shape().get(0)) + part * parameter.size();
        GateOrder order = GateOrder.ofGates(parameter.shape().get(0) / parameter.fanIn());
        return Optional.of(order.toPyTorch(Arrays.copyOfRange(all, start, start + parameter.size())));
    }

    private Optional<NamedTensor> tensor(String name, List<Long> shape) {
        return Optional.ofNullable(tensors.get(name))
                .filter(tensor -> longs(tensor.shape()).equals(shape));
    }

    private static List<Long> longs(List<Integer> shape) {
        return shape.stream().map(Integer::longValue).toList();
    }

    private static String owner(Parameter parameter) {
        return parameter.name().substring(0, parameter.name().lastIndexOf('.'));
    }

    private static String role(Parameter parameter) {
        return parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
    }
}
