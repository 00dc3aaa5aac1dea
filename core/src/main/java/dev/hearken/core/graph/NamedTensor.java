package dev.hearken.core.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A constant of a graph: a name, a shape and float32 values in row-major order.
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
     * A constant to be.
     *
     * @param values row-major; copied
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static NamedTensor of(String name, List<Integer> shape, float[] values) {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException(name + ": " + values.length + " values do not fill " + shape);
        }
        return new NamedTensor(name, shape, values.clone());
    }

    /**
     * All float32 and float16 constants of an ONNX model by name, in the file's order; half precision is widened.
     *
     * @throws IllegalArgumentException if the bytes are not an ONNX model
     */
    public static Map<String, NamedTensor> allIn(byte[] onnxModel) {
        try {
            Map<String, NamedTensor> tensors = new LinkedHashMap<>();
            for (TensorProto tensor : ModelProto.parseFrom(onnxModel).getGraph().getInitializerList()) {
                if (tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                    tensors.put(tensor.getName(), of(tensor));
                } else if (tensor.getDataType() == TensorProto.DataType.FLOAT16.getNumber()) {
                    tensors.put(tensor.getName(), ofHalf(tensor));
                }
            }
            return tensors;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX model", e);
        }
    }

    private static NamedTensor of(TensorProto tensor) {
        List<Integer> shape = shape(tensor);
        float[] values = new float[size(shape)];
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

    private static NamedTensor ofHalf(TensorProto tensor) {
        List<Integer> shape = shape(tensor);
        ShortBuffer bits = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        float[] values = new float[size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Fp16Conversions.fp16ToFloat(bits.get(i));
        }
        return new NamedTensor(tensor.getName(), shape, values);
    }

    private static List<Integer> shape(TensorProto tensor) {
        return tensor.getDimsList().stream().map(Math::toIntExact).toList();
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The name it has in the graph. */
    public String name() {
        return name;
    }

    /** The length of each dimension; empty for a scalar. */
    public List<Integer> shape() {
        return shape;
    }

    /** The shape as {@link GraphBuilder} takes it. */
    public long[] lengths() {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Whether half precision holds every value exactly, so that half the bytes will do. */
    public boolean fitsHalf() {
        for (float value : values) {
            if (Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(value)) != value) {
                return false;
            }
        }
        return true;
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
