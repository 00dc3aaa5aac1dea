package dev.hearken.core.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes an ONNX graph, node after node.
 *
 * <p>A value in the graph is known by its name; every method that makes a value returns that name. Constants with the same content are
 * kept once. The same calls always give the same bytes.
 */
public final class GraphBuilder {
    /** The operator set every Hearken model file uses. */
    public static final int OPSET = 17;

    /** The ONNX IR version that came with opset 17 (ONNX 1.12). */
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("hearken");
    private final Map<TensorProto, String> constants = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * Declares an input of float32.
     *
     * @param shape one entry a dimension: a number, or a word for a length that is known only when the graph is run
     */
    public String input(String name, String... shape) {
        graph.addInput(valueInfo(name, shape));
        return unique(name);
    }

    /** A float32 constant of this shape, in row-major order; no shape means a scalar. */
    public String constant(String hint, float[] values, long... shape) {
        return constant(hint, tensor(hint, values, shape));
    }

    /** A constant kept in half precision (about three digits) and widened to float32 when the graph is run. */
    public String half(String hint, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Fp16Conversions.floatToFp16(value));
        }
        String stored = constant(hint, tensor(hint, TensorProto.DataType.FLOAT16, bytes, values.length, shape));
        return node("Cast", List.of(stored), Attribute.of("to", (long) TensorProto.DataType.FLOAT.getNumber()));
    }

    /** An int64 constant of this shape, in row-major order; no shape means a scalar. */
    public String constant(String hint, long[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(hint, tensor(hint, TensorProto.DataType.INT64, bytes, values.length, shape));
    }

    /**
     * A float32 constant under exactly this name, even where another has its content: one to be found again in the file.
     *
     * @throws IllegalArgumentException if something already has the name
     */
    public String parameter(String name, float[] values, long... shape) {
        if (taken.containsKey(name)) {
            throw new IllegalArgumentException("two values are named " + name);
        }
        graph.addInitializer(tensor(name, values, shape).setName(unique(name)));
        return name;
    }

    /** A float32 scalar. */
    public String scalar(float value) {
        return constant("scalar", new float[] {value});
    }

    /** An int64 vector, as {@code Reshape}, {@code Slice} and {@code Unsqueeze} take their settings. */
    public String indices(long... values) {
        return constant("indices", values, values.length);
    }

    /** Adds a node with one output and returns the output's name. An empty input name stands for an optional input left out. */
    public String node(String operator, List<String> inputs, Attribute... attributes) {
        return nodes(operator, 1, inputs, attributes).get(0);
    }

    /** Adds a node with several outputs and returns their names in order. */
    public List<String> nodes(String operator, int outputs, List<String> inputs, Attribute... attributes) {
        String name = unique(operator);
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).setName(name).addAllInput(inputs);
        for (int i = 0; i < outputs; i++) {
            node.addOutput(outputs == 1 ? name : name + "_" + i);
        }
        for (Attribute attribute : attributes) {
            node.addAttribute(attribute.proto());
        }
        graph.addNode(node);
        return List.copyOf(node.getOutputList());
    }

    /**
     * Adds all of another graph, under names of its own.
     *
     * @param value what it reads
     * @return the name of what it gives
     */
    public String inline(String hint, ForeignGraph foreign, String value) {
        return foreign.putInto(graph, unique(hint) + "/", value);
    }

    /** Makes a value an output of the graph under a public name. */
    public void output(String value, String name, String... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(unique(name))
                .addInput(value)
                .addOutput(name));
        graph.addOutput(valueInfo(name, shape));
    }

    /** The finished model, with the given {@code metadata_props}. */
    public byte[] toModel(SortedMap<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("hearken")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph);
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private String constant(String hint, TensorProto.Builder tensor) {
        return constants.computeIfAbsent(tensor.build(), key -> {
            String name = unique(hint);
            graph.addInitializer(key.toBuilder().setName(name));
            return name;
        });
    }

    private static TensorProto.Builder tensor(String hint, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(hint, TensorProto.DataType.FLOAT, bytes, values.length, shape);
    }

    private static TensorProto.Builder tensor(
            String hint, TensorProto.DataType type, ByteBuffer bytes, int count, long... shape) {
        long expected = 1;
        TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
        for (long length : shape) {
            expected *= length;
            tensor.addDims(length);
        }
        if (expected != count) {
            throw new IllegalArgumentException(hint + ": " + count + " values do not fill " + expected + " places");
        }
        return tensor.setRawData(ByteString.copyFrom(bytes.rewind()));
    }

    /** The hint itself the first time, then the hint with a number behind it. */
    private String unique(String hint) {
        int uses = taken.merge(hint, 1, Integer::sum);
        return uses == 1 ? hint : unique(hint + "_" + uses);
    }

    private static ValueInfoProto valueInfo(String name, String... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (String length : shape) {
            TensorShapeProto.Dimension.Builder dimension = dimensions.addDimBuilder();
            if (Character.isDigit(length.charAt(0))) {
                dimension.setDimValue(Long.parseLong(length));
            } else {
                dimension.setDimParam(length);
            }
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
