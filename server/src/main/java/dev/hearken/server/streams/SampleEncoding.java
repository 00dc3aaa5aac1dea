package dev.hearken.server.streams;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** How samples are written in a stream's binary messages: mono, little-endian. */
enum SampleEncoding {
    /** 16-bit whole numbers. */
    S16LE(Short.BYTES),
    /** 32-bit floats, full scale 1. */
    F32LE(Float.BYTES);

    private final int bytes;

    SampleEncoding(int bytes) {
        this.bytes = bytes;
    }

    static Optional<SampleEncoding> parse(String word) {
        for (SampleEncoding encoding : values()) {
            if (encoding.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** Whether so many bytes are whole samples. */
    boolean fits(int length) {
        return length % bytes == 0;
    }

    /** The samples, nominally in [-1, 1]. */
    float[] decode(ByteBuffer message) {
        ByteBuffer ordered = message.order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[ordered.remaining() / bytes];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = this == S16LE ? ordered.getShort() / 32_768f : ordered.getFloat();
        }
        return samples;
    }
}
