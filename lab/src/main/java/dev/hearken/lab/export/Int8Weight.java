package dev.hearken.lab.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import dev.hearken.core.graph.NamedTensor;
import java.util.List;

/**
 * A learned weight in whole numbers: {@code value = integer x scale}, one scale for each output of its layer.
 *
 * <p>The integers keep to 7 bits. Processors without a dot product of bytes (VNNI) add pairs of products with 8-bit activations in 16 bits,
 * and only 7-bit weights cannot overflow there; so the answers do not depend on the machine.
 */
final class Int8Weight {
    private static final int GREATEST = 63;

    private final NamedTensor weight;
    private final int axis;
    private final float[] scales;

    private Int8Weight(NamedTensor weight, int axis, float[] scales) {
        this.weight = weight;
        this.axis = axis;
        this.scales = scales;
    }

    /**
     * The nearest integers.
     *
     * @param axis that counts the layer's outputs
     */
    static Int8Weight of(NamedTensor weight, int axis) {
        float[] scales = new float[weight.shape().get(axis)];
        float[] values = weight.toArray();
        int stride = stride(weight.shape(), axis);
        for (int i = 0; i < values.length; i++) {
            int output = i / stride % scales.length;
            scales[output] = Math.max(scales[output], Math.abs(values[i]) / GREATEST);
        }
        for (int output = 0; output < scales.length; output++) {
            // Of an output without weights any scale is right, but none may be 0.
            scales[output] = scales[output] == 0 ? 1 : scales[output];
        }
        return new Int8Weight(weight, axis, scales);
    }

    int axis() {
        return axis;
    }

    /** One an output; positive. */
    float[] scales() {
        return scales.clone();
    }

    /** The integers, shaped as the weight was. */
    TensorProto integers(String name) {
        float[] values = weight.toArray();
        byte[] integers = new byte[values.length];
        int stride = stride(weight.shape(), axis);
        for (int i = 0; i < values.length; i++) {
            integers[i] = (byte) Math.round(values[i] / scales[i / stride % scales.length]);
        }
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .setRawData(ByteString.copyFrom(integers));
        weight.shape().forEach(length -> tensor.addDims(length));
        return tensor.build();
    }

    private static int stride(List<Integer> shape, int axis) {
        return shape.subList(axis + 1, shape.size()).stream().reduce(1, Math::multiplyExact);
    }
}
