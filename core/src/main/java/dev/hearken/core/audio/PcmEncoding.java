package dev.hearken.core.audio;

import java.nio.ByteBuffer;

/** How one uncompressed sample is laid down in a WAV file; little-endian, full scale is 1. */
enum PcmEncoding {
    U8("pcm_u8", 1) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return ((bytes.get(at) & 0xFF) - 128) * 0x1p-7f;
        }
    },
    S16("pcm_s16", 2) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return bytes.getShort(at) * 0x1p-15f;
        }
    },
    S24("pcm_s24", 3) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return ((bytes.getShort(at) & 0xFFFF) | (bytes.get(at + 2) << 16)) * 0x1p-23f;
        }
    },
    S32("pcm_s32", 4) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return bytes.getInt(at) * 0x1p-31f;
        }
    },
    F32("pcm_f32", 4) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return bytes.getFloat(at);
        }
    },
    F64("pcm_f64", 8) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return (float) bytes.getDouble(at);
        }
    },
    A_LAW("alaw", 1) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return G711.decodeALaw(bytes.get(at)) * 0x1p-15f;
        }
    },
    MU_LAW("mulaw", 1) {
        @Override
        float decode(ByteBuffer bytes, int at) {
            return G711.decodeMuLaw(bytes.get(at)) * 0x1p-15f;
        }
    };

    private final String code;
    private final int bytes;

    PcmEncoding(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    abstract float decode(ByteBuffer bytes, int at);

    String code() {
        return code;
    }

    int bytes() {
        return bytes;
    }
}
