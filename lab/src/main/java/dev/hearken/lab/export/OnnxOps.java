package dev.hearken.lab.export;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.lab.network.Convolution;
import dev.hearken.lab.network.Ops;
import dev.hearken.lab.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The interpreter that writes a network as ONNX nodes, with batch normalisation folded into the convolution before it. */
final class OnnxOps implements Ops<String> {
    /** PyTorch's own. */
    static final float NORM_EPSILON = 1e-5f;

    private final GraphBuilder graph;
    private final Weights weights;

    OnnxOps(GraphBuilder graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    @Override
    public String conv2d(String name, String image, Convolution conv) {
        FoldedConvolution folded = FoldedConvolution.of(name, conv, weights, NORM_EPSILON);
        List<Long> shape = weights.parameter(name + ".weight").shape();
        String kernel = graph.parameter(name + ".weight", folded.kernel(), toArray(shape));
        List<String> inputs = new ArrayList<>(List.of(image, kernel));
        if (conv.finish() != Convolution.Finish.NONE) {
            inputs.add(graph.parameter(name + ".bias", folded.bias(), conv.outputs()));
        }
        return graph.node(
                "Conv",
                inputs,
                Attribute.ofInts("kernel_shape", conv.kernelFrames(), conv.kernelBands()),
                Attribute.ofInts("strides", conv.strideFrames(), conv.strideBands()),
                Attribute.ofInts("pads", conv.padFrames(), conv.padBands(), conv.padFrames(), conv.padBands()),
                Attribute.ofInts("dilations", conv.dilationFrames(), 1),
                Attribute.of("group", conv.groups()));
    }

    @Override
    public String batchNorm(String name, String value) {
        return graph.node(
                "BatchNormalization",
                List.of(
                        value,
                        parameter(name + ".scale"),
                        parameter(name + ".shift"),
                        parameter(name + ".mean"),
                        parameter(name + ".variance")),
                Attribute.of("epsilon", NORM_EPSILON));
    }

    @Override
    public String linear(String name, String value, int outputs) {
        List<Long> shape = weights.parameter(name + ".weight").shape();
        int rows = Math.toIntExact(shape.get(0));
        int columns = Math.toIntExact(shape.get(1));
        float[] weight = weights.values(name + ".weight");
        float[] turned = new float[weight.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = weight[row * columns + column];
            }
        }
        String product = graph.node("MatMul", List.of(value, graph.parameter(name + ".weight", turned, columns, rows)));
        return graph.node("Add", List.of(product, parameter(name + ".bias")));
    }

    @Override
    public String gru(String name, String sequence, int hidden, boolean bidirectional) {
        List<String> directions = bidirectional ? List.of("forward", "backward") : List.of("forward");
        return recurrent(
                new RecurrentWeights(name, GateOrder.GRU, directions, weights),
                sequence,
                hidden,
                Attribute.of("direction", bidirectional ? "bidirectional" : "forward"),
                Attribute.of("linear_before_reset", 1));
    }

    @Override
    public String lstm(String name, String sequence, int hidden) {
        RecurrentWeights gates = new RecurrentWeights(name, GateOrder.LSTM, List.of("forward"), weights);
        return recurrent(gates, sequence, hidden, Attribute.of("direction", "forward"));
    }

    private String recurrent(RecurrentWeights gates, String sequence, int hidden, Attribute... attributes) {
        String byFrame = transpose(sequence, 1, 0, 2);
        long directions = gates.directions().size();
        long rows = (long) gates.order().gates() * hidden;
        List<Attribute> all = new ArrayList<>(List.of(attributes));
        all.add(Attribute.of("hidden_size", hidden));
        List<String> outputs = graph.nodes(
                gates.order().operator(),
                2,
                List.of(
                        byFrame,
                        graph.parameter(gates.name() + ".W", gates.inputWeight(), directions, rows, gates.inputs()),
                        graph.parameter(gates.name() + ".R", gates.hiddenWeight(), directions, rows, hidden),
                        graph.parameter(gates.name() + ".B", gates.bias(), directions, 2 * rows)),
                all.toArray(Attribute[]::new));
        // [frames, directions, batch, hidden] -> [batch, frames, directions x hidden]
        return reshape(transpose(outputs.get(0), 2, 0, 1, 3), 0, 0, -1);
    }

    @Override
    public String relu(String value) {
        return graph.node("Relu", List.of(value));
    }

    @Override
    public String leakyRelu(String value, float slope) {
        return graph.node("LeakyRelu", List.of(value), Attribute.of("alpha", slope));
    }

    @Override
    public String sigmoid(String value) {
        return graph.node("Sigmoid", List.of(value));
    }

    @Override
    public String tanh(String value) {
        return graph.node("Tanh", List.of(value));
    }

    @Override
    public String atLeast(String value, float floor) {
        return graph.node("Max", List.of(value, graph.scalar(floor)));
    }

    @Override
    public String maxPool(String image, int frames, int bands) {
        return graph.node(
                "MaxPool",
                List.of(image),
                Attribute.ofInts("kernel_shape", frames, bands),
                Attribute.ofInts("strides", frames, bands));
    }

    @Override
    public String mean(String value, int axis) {
        return graph.node("ReduceMean", List.of(value), Attribute.ofInts("axes", axis), Attribute.of("keepdims", 1));
    }

    @Override
    public String sum(String value, int axis) {
        return graph.node("ReduceSum", List.of(value, graph.indices(axis)), Attribute.of("keepdims", 1));
    }

    @Override
    public String max(String value, int axis) {
        return graph.node("ReduceMax", List.of(value), Attribute.ofInts("axes", axis), Attribute.of("keepdims", 1));
    }

    @Override
    public String last(String value, int axis) {
        return graph.node("Gather", List.of(value, graph.indices(-1)), Attribute.of("axis", axis));
    }

    @Override
    public String softmax(String value, int axis) {
        return graph.node("Softmax", List.of(value), Attribute.of("axis", axis));
    }

    @Override
    public String add(String left, String right) {
        return graph.node("Add", List.of(left, right));
    }

    @Override
    public String subtract(String left, String right) {
        return graph.node("Sub", List.of(left, right));
    }

    @Override
    public String multiply(String left, String right) {
        return graph.node("Mul", List.of(left, right));
    }

    @Override
    public String scale(String value, float factor) {
        return graph.node("Mul", List.of(value, graph.scalar(factor)));
    }

    @Override
    public String matmul(String left, String right) {
        return graph.node("MatMul", List.of(left, right));
    }

    @Override
    public String dropout(String value, float rate) {
        return value;
    }

    @Override
    public String reshape(String value, long... shape) {
        return graph.node("Reshape", List.of(value, graph.indices(shape)));
    }

    @Override
    public String unsqueeze(String value, int axis) {
        return graph.node("Unsqueeze", List.of(value, graph.indices(axis)));
    }

    @Override
    public String transpose(String value, int... axes) {
        return graph.node(
                "Transpose",
                List.of(value),
                Attribute.ofInts("perm", Arrays.stream(axes).asLongStream().toArray()));
    }

    @Override
    public String concat(int axis, String first, String second) {
        return graph.node("Concat", List.of(first, second), Attribute.of("axis", axis));
    }

    private String parameter(String name) {
        return graph.parameter(
                name, weights.values(name), toArray(weights.parameter(name).shape()));
    }

    private static long[] toArray(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
