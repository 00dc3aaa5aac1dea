package dev.hearken.core.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A constant of a graph, read back: a name, a shape and float32 values in row-major order.
 *
 * <p>Immutable; the array is owned and copied out.
 */
public final class NamedTensor {
    private final String name;
    private final List<Integer> shape;
    private final float[] values;

    private NamedTensor(String name, List<Integer> shape, float[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values;
    }

    /**
     * All float32 constants of an ONNX model by name, in the file's order.
     *
     * @throws IllegalArgumentException if the bytes are not an ONNX model
     */
    public static Map<String, NamedTensor> allIn(byte[] onnxModel) {
        try {
            Map<String, NamedTensor> tensors = new LinkedHashMap<>();
            for (TensorProto tensor : ModelProto.parseFrom(onnxModel).getGraph().getInitializerList()) {
                if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                    tensors.put(tensor.getName(), of(tensor));
                }
            }
            return tensors;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX model", e);
        }
    }

    private static NamedTensor of(TensorProto tensor) {
        List<Integer> shape =
                tensor.getDimsList().stream().map(Math::toIntExact).toList();
        float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
        // ONNX has two places for values; a writer uses either.
        if (tensor.hasRawData()) {
            tensor.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
        }
        return new NamedTensor(tensor.getName(), shape, values);
    }

    /** The name it has in the graph. */
    public String name() {
        return name;
    }

    /** The length of each dimension; empty for a scalar. */
    public List<Integer> shape() {
        return shape;
    }

    /** A copy of the values, row-major. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
