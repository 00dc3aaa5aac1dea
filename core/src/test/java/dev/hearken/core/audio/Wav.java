package dev.hearken.core.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files put together by hand, right or wrong. */
final class Wav {
    static final int PCM = 1;
    static final int FLOAT = 3;
    static final int A_LAW = 6;
    static final int MU_LAW = 7;

    private Wav() {}

    /** A plain file: one format chunk, one data chunk. */
    static byte[] of(int tag, int channels, int rateHz, int bits, byte[] sound) {
        return file(format(tag, channels, rateHz, bits), chunk("data", sound));
    }

    static byte[] file(byte[]... chunks) {
        byte[] body = join(chunks);
        return join(ascii("RIFF"), int32(4 + body.length), ascii("WAVE"), body);
    }

    static byte[] format(int tag, int channels, int rateHz, int bits) {
        int frame = channels * bits / 8;
        return chunk("fmt ", join(int16(tag, channels), int32(rateHz, rateHz * frame), int16(frame, bits)));
    }

    static byte[] extensible(int tag, int channels, int rateHz, int bits, int validBits) {
        int frame = channels * bits / 8;
        byte[] guid = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71};
        return chunk(
                "fmt ",
                join(
                        int16(0xFFFE, channels),
                        int32(rateHz, rateHz * frame),
                        int16(frame, bits, 22, validBits),
                        int32(0),
                        int16(tag),
                        guid));
    }

    static byte[] chunk(String id, byte[] content) {
        return join(ascii(id), int32(content.length), content, new byte[content.length % 2]);
    }

    static byte[] int16(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    static byte[] int24(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value).put((byte) (value >> 16));
        }
        return bytes.array();
    }

    static byte[] int32(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    static byte[] float32(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static byte[] float64(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
