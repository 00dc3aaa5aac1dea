package dev.hearken.core.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;

/** A named setting of one node: {@code strides = [1, 2]}. */
public final class Attribute {
    private final AttributeProto proto;

    private Attribute(AttributeProto.Builder proto) {
        this.proto = proto.build();
    }

    /** A whole number. */
    public static Attribute of(String name, long value) {
        return new Attribute(named(name, AttributeProto.AttributeType.INT).setI(value));
    }

    /** A real number, kept in single precision. */
    public static Attribute of(String name, float value) {
        return new Attribute(named(name, AttributeProto.AttributeType.FLOAT).setF(value));
    }

    /** A text. */
    public static Attribute of(String name, String value) {
        return new Attribute(named(name, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    }

    /** A list of whole numbers, such as strides or pads. */
    public static Attribute ofInts(String name, long... values) {
        AttributeProto.Builder proto = named(name, AttributeProto.AttributeType.INTS);
        for (long value : values) {
            proto.addInts(value);
        }
        return new Attribute(proto);
    }

    AttributeProto proto() {
        return proto;
    }

    private static AttributeProto.Builder named(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
