package dev.hearken.lab.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.hearken.core.graph.NamedTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph being written again, with its weights and some of its values in 8 bits. */
final class QuantizedGraph {
    private final GraphProto original;
    private final GraphProto.Builder graph;
    private final Set<String> replaced = new HashSet<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, float[]> weightScales = new HashMap<>();

    QuantizedGraph(GraphProto original) {
        this.original = original;
        this.graph = original.toBuilder().clearNode().clearInitializer();
    }

    /** Keeps a weight as integers; what reads it goes on doing so under its name. */
    void weight(String name, Int8Weight weight) {
        replaced.add(name);
        weightScales.put(name, weight.scales());
        String integers = name + "_int8";
        graph.addInitializer(weight.integers(integers));
        String zeroPoint = constant(
                name + "_zero_point",
                TensorProto.DataType.INT8,
                new byte[weight.scales().length],
                weight.scales().length);
        dequantize(List.of(integers, vector(name + "_scale", weight.scales()), zeroPoint), name, weight.axis());
    }

    /** A convolution with its bias in the integers in which its products are summed up. */
    NodeProto withBias(NodeProto node, NamedTensor bias, ActivationRange input) {
        float[] values = bias.toArray();
        float[] scales = named(node.getInput(1), weightScales).clone();
        ByteBuffer integers = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            scales[i] *= input.scale();
            integers.putInt(Math.round(values[i] / scales[i]));
        }
        String name = node.getName() + "_bias";
        String quantized = constant(name + "_int32", TensorProto.DataType.INT32, integers.array(), values.length);
        dequantize(List.of(quantized, vector(name + "_scale", scales)), name, 0);
        return node.toBuilder().setInput(2, name).build();
    }

    /** The next node in order, reading quantized values where there are some. What widened a weight that is now in integers is left out. */
    void node(NodeProto node) {
        if (replaced.contains(node.getOutput(0))) {
            return;
        }
        NodeProto.Builder next = node.toBuilder();
        for (int i = 0; i < node.getInputCount(); i++) {
            next.setInput(i, renamed.getOrDefault(node.getInput(i), node.getInput(i)));
        }
        graph.addNode(next);
    }

    /** Rounds a value to 8 bits for all who read it from here on. */
    void activation(String tensor, ActivationRange range) {
        String scale = constant(tensor + "_scale", TensorProto.DataType.FLOAT, bytes(range.scale()));
        String zeroPoint =
                constant(tensor + "_zero_point", TensorProto.DataType.UINT8, new byte[] {(byte) range.zeroPoint()});
        String integers = tensor + "_uint8";
        graph.addNode(NodeProto.newBuilder()
                .setOpType("QuantizeLinear")
                .setName(integers)
                .addAllInput(List.of(tensor, scale, zeroPoint))
                .addOutput(integers));
        String rounded = tensor + "_rounded";
        graph.addNode(NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .setName(rounded)
                .addAllInput(List.of(integers, scale, zeroPoint))
                .addOutput(rounded));
        renamed.put(tensor, rounded);
    }

    /** The graph, with those of its old constants that are still read. */
    GraphProto build() {
        Set<String> readByNodes = read();
        List<NodeProto> used = graph.getNodeList().stream()
                .filter(node -> !node.getOpType().equals("Cast") || readByNodes.contains(node.getOutput(0)))
                .toList();
        graph.clearNode().addAllNode(used);
        Set<String> read = read();
        original.getInitializerList().stream()
                .filter(constant -> read.contains(constant.getName()) && !replaced.contains(constant.getName()))
                .forEach(graph::addInitializer);
        return graph.build();
    }

    private Set<String> read() {
        Set<String> read = new HashSet<>();
        graph.getNodeList().forEach(node -> read.addAll(node.getInputList()));
        graph.getOutputList().forEach(output -> read.add(output.getName()));
        return read;
    }

    /** What is known under a name; that nothing is, is a mistake in the graph. */
    static <V> V named(String name, Map<String, V> values) {
        V value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the graph has no " + name);
        }
        return value;
    }

    private void dequantize(List<String> inputs, String output, int axis) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .setName(output + "_dequantized")
                .addAllInput(inputs)
                .addOutput(output)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("axis")
                        .setType(AttributeProto.AttributeType.INT)
                        .setI(axis)));
    }

    private String vector(String name, float... values) {
        return constant(name, TensorProto.DataType.FLOAT, bytes(values), values.length);
    }

    private static byte[] bytes(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** Without a shape, a scalar. */
    private String constant(String name, TensorProto.DataType type, byte[] bytes, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return name;
    }
}
